package beckon.invitation.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AccountMailService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.control.InvitationMail;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.InviteOutcome;
import beckon.shared.Page;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvitationLifeTest extends InvitationTest {
    private String sam;
    private UUID invitation;

    @BeforeEach
    void inviteSam() {
        sam = stranger("sam");
        invitation = invite(sam).get(0).invitationId();
    }

    private void resend() {
        invitations().resend(invitation);
    }

    private void revoke() {
        database.inTransaction(() -> invitations().revoke(invitation));
    }

    private InvitationRow row() {
        return invitations().find(invitation).orElseThrow();
    }

    private long contacts() {
        return company.query("select id from contact where email = ?", sam).size();
    }

    private List<DispatchState> dispatches() {
        return invitations().listDispatches(invitation).stream().map(DispatchRow::state).toList();
    }

    @Test
    void resentInvitationHasAnotherTokenAndAnotherExpiry() {
        String old = tokenOf(sam);
        container.clock().move(Duration.ofDays(2));

        resend();

        assertThat(tokenOf(sam)).isNotEqualTo(old);
        assertThat(row().expiresAt())
                .isEqualTo(container.clock().instant().plus(Duration.ofHours(168)));
        assertThat(dispatches())
                .containsExactlyInAnyOrder(DispatchState.QUEUED, DispatchState.CANCELLED);
        assertThat(row().dispatch().state()).isEqualTo(DispatchState.QUEUED);
    }

    @Test
    void expiredInvitationComesBackToLife() {
        container.clock().move(Duration.ofHours(168));
        assertThat(row().state()).isEqualTo(InvitationState.EXPIRED);

        resend();

        assertThat(row().state()).isEqualTo(InvitationState.PENDING);
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.ALREADY_INVITED);
    }

    @Test
    void resendingObeysThePolicyOfTheMoment() {
        company.setPolicy(WhoMayInvite.ADMINS, false, 168);

        assertRefused(InvitationReason.INVITING_SWITCHED_OFF, this::resend);
        as(company.admin());
        resend();
    }

    @Test
    void resendingCountsAgainstTheAddress() {
        for (int i = 0; i < 4; i++) {
            resend();
        }
        String token = tokenOf(sam);

        assertRefused(InvitationReason.RECIPIENT_LIMIT, this::resend);
        assertThat(tokenOf(sam)).isEqualTo(token);
    }

    @Test
    void revokedInvitationLeavesNothingBehind() {
        assertThat(contacts()).isOne();

        revoke();

        assertThat(row().state()).isEqualTo(InvitationState.REVOKED);
        assertThat(dispatches()).containsExactly(DispatchState.CANCELLED);
        assertThat(contacts()).isZero();
        assertRefused(InvitationReason.NOT_OPEN, this::revoke);
        assertRefused(InvitationReason.NOT_OPEN, this::resend);
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void expiredInvitationCannotBeRevoked() {
        container.clock().move(Duration.ofHours(168));

        assertRefused(InvitationReason.NOT_OPEN, this::revoke);
    }

    @Test
    void sweepingClosesWhatHasExpiredOnly() {
        UUID later =
                company.query("select handle from invitation where recipient = ?", sam).stream()
                        .map(UUID.class::cast)
                        .findFirst()
                        .orElseThrow();
        container.clock().move(Duration.ofHours(168));
        String ivy = stranger("ivy");
        invite(ivy);

        database.inTransaction(() -> container.get(InvitationExpiryTimer.class).sweep());

        assertThat(later).isEqualTo(invitation);
        assertThat(newest("state", sam)).isEqualTo("EXPIRED");
        assertThat(newest("open_key", sam)).isNull();
        assertThat(newest("state", ivy)).isEqualTo("PENDING");
        assertThat(dispatches()).containsExactly(DispatchState.CANCELLED);
        assertThat(contacts()).isZero();
    }

    @Test
    void oneOfManyRevocationsSucceeds() throws Exception {
        assertThat(atOnce(100, () -> succeeds(this::revoke))).containsOnlyOnce(true);
    }

    private void expire() {
        container.clock().move(Duration.ofHours(168));
        database.inTransaction(() -> container.get(InvitationExpiryTimer.class).sweep());
    }

    private List<Object> audited(String action) {
        return company.query(
                "select outcome from audit_entry where action = ? and subject = ? order by id",
                action,
                invitation.toString());
    }

    @Test
    void resendingIsAuditedWhateverComesOfIt() {
        resend();
        company.setPolicy(WhoMayInvite.NOBODY, false, 168);
        assertRefused(InvitationReason.INVITING_SWITCHED_OFF, this::resend);

        assertThat(audited("invitation.resent")).containsExactly("done", "INVITING_SWITCHED_OFF");
    }

    @Nested
    class SentAnewAfterExpiry {
        @BeforeEach
        void letItExpire() {
            expire();
        }

        @Test
        void isRefusedWhereTheAddressHasAnotherOpenInvitation() {
            UUID newer = invite(sam).get(0).invitationId();
            String token = tokenOf(sam);

            assertRefused(InvitationReason.NOT_OPEN, InvitationLifeTest.this::resend);

            assertThat(newer).isNotEqualTo(invitation);
            assertThat(row().state()).isEqualTo(InvitationState.EXPIRED);
            assertThat(tokenOf(sam)).isEqualTo(token);
        }

        @Test
        void replacesAnotherThatHasExpiredUnswept() {
            invite(sam);
            container.clock().move(Duration.ofHours(168));

            resend();

            assertThat(row().state()).isEqualTo(InvitationState.PENDING);
            assertThat(newest("state", sam)).isEqualTo("EXPIRED");
        }

        @Test
        void isRefusedIfTheAddressIsInvitedAgainAtThatMoment() {
            whileResending(() -> invite(sam));

            assertRefused(InvitationReason.NOT_OPEN, InvitationLifeTest.this::resend);
            assertThat(audited("invitation.resent")).containsExactly("NOT_OPEN");
        }

        @Test
        void isNotedAmongTheContactsAgain() {
            assertThat(contacts()).isZero();

            resend();

            assertThat(contacts()).isOne();
        }

        @Test
        void isNotedByTheAdminWhoTakesItOver() {
            company.deactivate(company.coworker());
            as(company.admin());

            resend();

            assertThat(company.query("select owner_id from contact where email = ?", sam))
                    .containsExactly(company.admin().membershipId());
        }
    }

    @Nested
    class SentAnewToSomebodyWhoIsIn {
        @BeforeEach
        void letSamIn() {
            company.join(MemberKind.GUEST, sam);
        }

        @Test
        void isRefused() {
            assertRefused(AccountReason.ALREADY_MEMBER, InvitationLifeTest.this::resend);
            assertThat(dispatches()).containsExactly(DispatchState.QUEUED);
        }

        @Test
        void isNothingThatAGuestLearns() {
            as(company.guest());
            String eva = "eva@" + company.domain();
            invitation = invite(eva).get(0).invitationId();
            company.join(MemberKind.COWORKER, eva);

            resend();

            assertThat(dispatches()).contains(DispatchState.CANCELLED, DispatchState.QUEUED);
        }
    }

    @Nested
    class OvertakenWhileBeingSentAnew {
        @Test
        void byARevocationIsRefused() {
            whileResending(InvitationLifeTest.this::revoke);

            assertRefused(InvitationReason.NOT_OPEN, InvitationLifeTest.this::resend);
            assertThat(dispatches()).containsExactly(DispatchState.CANCELLED);
        }

        @Test
        void byTheSameIsDoneOnce() {
            var real = invitations().resending;
            Caller caller = company.coworker();
            whileResending(() -> real.resend(caller, invitation, container.clock().instant()));

            resend();

            assertThat(dispatches())
                    .containsExactlyInAnyOrder(DispatchState.QUEUED, DispatchState.CANCELLED);
        }
    }

    /** Something that happens between the moment when an invitation is read and its renewal. */
    private void whileResending(Runnable event) {
        invitations().resending =
                new TransactionalResending(
                        new InvitationMail(
                                container.get(TokenKeys.class),
                                container.get(AccountMailService.class)) {
                            @Override
                            public Envelope envelope(
                                    String language,
                                    String message,
                                    TokenSource file,
                                    Instant now,
                                    Duration expiry) {
                                event.run();
                                return super.envelope(language, message, file, now, expiry);
                            }
                        });
    }

    @Nested
    class Others {
        @Test
        void colleagueSeesAndChangesNothing() {
            as(company.join(MemberKind.COWORKER, "otto@" + company.domain()));

            assertNothingIsThere();
        }

        @Test
        void adminOfAnotherAccountSeesAndChangesNothing() {
            as(new Company(database, container).admin());

            assertNothingIsThere();
        }

        private void assertNothingIsThere() {
            assertThat(invitations().find(invitation)).isEmpty();
            assertThat(invitations().listDispatches(invitation)).isEmpty();
            assertThat(list(true, null, "")).isEmpty();
            assertRefused(InvitationReason.NOT_FOUND, InvitationLifeTest.this::resend);
            assertRefused(InvitationReason.NOT_FOUND, InvitationLifeTest.this::revoke);
            assertThat(newest("state", sam)).isEqualTo("PENDING");
        }

        @Test
        void adminOfTheAccountMayDoBoth() {
            as(company.admin());

            resend();
            revoke();

            assertThat(row().state()).isEqualTo(InvitationState.REVOKED);
        }

        @Test
        void deactivatedInvitersInvitationGoesToTheAdminWhoSendsItAnew() {
            Caller admin = company.admin();
            company.deactivate(company.coworker());
            as(admin);

            resend();

            assertThat(row().inviterName()).isEqualTo("ada Doe");
            assertThat(newest("taken_over", sam)).isEqualTo(true);
        }

        @Test
        void whatWasTakenOverStaysSoHoweverOftenItIsSentAnew() {
            company.deactivate(company.coworker());
            as(company.admin());
            resend();

            resend();

            assertThat(newest("taken_over", sam)).isEqualTo(true);
        }

        @Test
        void whatAnAdminSendsAnewForItsInviterIsNotTakenOver() {
            as(company.admin());

            resend();

            assertThat(newest("taken_over", sam)).isEqualTo(false);
        }
    }

    private List<String> list(boolean everybodys, InvitationState state, String text) {
        return page(everybodys, state, text, 0).rows().stream()
                .map(InvitationRow::recipient)
                .toList();
    }

    private Page<InvitationRow> page(
            boolean everybodys, InvitationState state, String text, int number) {
        return invitations().list(new InvitationQuery(state, text, everybodys, number, 2));
    }

    @Nested
    class Lists {
        @Test
        void pagesHoldTheNewestFirst() {
            container.clock().move(Duration.ofMinutes(1));
            invite(stranger("b"));
            container.clock().move(Duration.ofMinutes(1));
            invite(stranger("c"));

            Page<InvitationRow> first = page(false, null, "", 0);

            assertThat(first.total()).isEqualTo(3);
            assertThat(first.hasNext()).isTrue();
            assertThat(first.rows())
                    .extracting(InvitationRow::recipient)
                    .containsExactly(stranger("c"), stranger("b"));
            assertThat(first.rows()).extracting(InvitationRow::dispatch).allMatch(Objects::nonNull);
            assertThat(page(false, null, "", 1).rows())
                    .extracting(InvitationRow::recipient)
                    .containsExactly(sam);
        }

        @Test
        void adminSeesEverybodysOnRequest() {
            as(company.admin());

            assertThat(list(false, null, "")).isEmpty();
            assertThat(list(true, null, "")).containsExactly(sam);
            assertThat(page(true, null, "", 0).rows().get(0).inviterName()).isEqualTo("ben Doe");
        }

        @Test
        void stateCountsFromTheMomentOfExpiry() {
            assertThat(list(false, InvitationState.PENDING, "")).containsExactly(sam);
            assertThat(list(false, InvitationState.EXPIRED, "")).isEmpty();

            container.clock().move(Duration.ofHours(168));

            assertThat(list(false, InvitationState.PENDING, "")).isEmpty();
            assertThat(list(false, InvitationState.EXPIRED, "")).containsExactly(sam);
        }

        @Test
        void textIsLookedForAsItIs() {
            assertThat(list(false, null, sam.substring(1, 6).toUpperCase(java.util.Locale.ROOT)))
                    .containsExactly(sam);
            assertThat(list(false, null, "s%m")).isEmpty();
            assertThat(list(false, null, "s_m")).isEmpty();
            assertThat(list(false, null, "' or 1=1 --")).isEmpty();
        }
    }
}

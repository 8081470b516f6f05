package beckon.invitation.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.WhoMayInvite;
import beckon.invitation.Company;
import beckon.invitation.LinkTest;
import beckon.invitation.control.Requesting;
import beckon.invitation.control.Suppressions;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.RequestInvitation;
import beckon.invitation.entity.RequestReason;
import beckon.invitation.entity.RequestRow;
import beckon.invitation.entity.SuppressibleInvitation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestServiceTest extends LinkTest {
    private String bob;
    private String sam;
    private String token;

    @BeforeEach
    void inviteBob() {
        container.get(RequestService.class);
        bob = stranger("bob");
        sam = stranger("sam");
        invite(bob);
        token = tokenOf(bob);
    }

    private RequestService requests() {
        return container.get(RequestService.class);
    }

    private void request(String name, String address) {
        request(token, name, address, "192.0.2.8 " + company.accountId());
    }

    private void request(String opened, String name, String address, String remote) {
        database.inTransaction(
                () -> requests().ask(new RequestInvitation(opened, name, address, "fr", remote)));
    }

    private boolean isAskable(String opened) {
        return database.inTransaction(() -> requests().isAskable(opened));
    }

    private List<RequestRow> list() {
        return database.inTransaction(() -> requests().list(0, 50)).rows();
    }

    private UUID requested() {
        request("Sam", sam);
        return list().get(0).handle();
    }

    private InviteOutcome approve(UUID handle) {
        return database.inTransaction(() -> requests().approve(handle)).outcome();
    }

    private void decline(UUID handle) {
        database.inTransaction(() -> requests().decline(handle));
    }

    private List<Object> mailsTo(String address) {
        return company.query(
                "select template from dispatch where account_id = ? and recipient = ?",
                company.accountId(),
                address);
    }

    private List<Object> questions() {
        return mailsTo("ben@" + company.domain());
    }

    private void suppress(String address) {
        container
                .get(Suppressions.class)
                .suppress(
                        new SuppressibleInvitation(
                                UUID.randomUUID(), company.accountId(), "", address, address, "en"),
                        container.clock().instant());
    }

    @Nested
    class Asking {
        @Test
        void tellsWhoeverHadInvited() {
            request(" Sam\u202E \n <b>Sun</b> ", " " + sam + " ");

            assertThat(questions()).containsExactly("request");
            assertThat(mailsTo(sam)).isEmpty();
            RequestRow row = list().get(0);
            assertThat(row.name()).isEqualTo("Sam <b>Sun</b>");
            assertThat(row.email()).isEqualTo(sam);
            assertThat(row.invited()).isEqualTo(bob);
            assertThat(row.own()).isTrue();
        }

        @Test
        void changesNothingForTheInvitation() {
            request("Sam", sam);

            assertThat(newest("state", bob)).isEqualTo("PENDING");
            assertThat(count("invitation")).isEqualTo(1);
            assertThat(look(token).recipient()).isEqualTo(bob);
        }

        @Test
        void isOneHoweverOftenItIsSent() throws Exception {
            atOnce(
                    10,
                    () -> {
                        request("Sam", sam);
                        return null;
                    });

            assertThat(count("invitation_request")).isEqualTo(1);
            assertThat(questions()).containsExactly("request");
        }

        @Test
        void isTheSameForAMemberAStrangerAndWhoWantsNoInvitations() {
            suppress(sam);

            request("Sam", sam);
            request("Ada", "ada@" + company.domain());
            request("Bob", bob);

            assertThat(questions()).containsExactly("request", "request", "request");
        }

        @Test
        void isPossibleOnceTheInvitationHasExpired() {
            container.clock().move(Duration.ofDays(7));
            assertThat(isAskable(token)).isTrue();

            request("Bob", bob);

            assertThat(questions()).containsExactly("request");
        }

        @Test
        void isPossibleWithAText() {
            String number = number();

            request(textTo(number), "Sam", sam, "192.0.2.9 " + company.accountId());

            assertThat(list().get(0).invited()).isEqualTo(number);
        }

        @Test
        void isNotForSharedLinksNorForWhatOpensNothing() {
            assertThat(isAskable(tokenOf(share()))).isFalse();
            assertThat(isAskable("A".repeat(43))).isFalse();
            assertRefused(
                    InvitationReason.NOT_FOUND,
                    () -> request("A".repeat(43), "Sam", sam, "192.0.2.8"));
            database.inTransaction(() -> offers().decline(token));
            assertThat(isAskable(token)).isFalse();
            assertRefused(InvitationReason.DECLINED, () -> request("Sam", sam));
            assertThat(count("invitation_request")).isZero();
        }

        @Test
        void isNotForInvitationsOfWhomeverHasLeft() {
            company.deactivate(company.coworker());
            assertThat(isAskable(token)).isFalse();
            container.clock().move(Duration.ofDays(7));
            assertThat(isAskable(token)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "sam", "sam@", "a@x.example, b@x.example", "@x.example"})
        void wantsOneAddress(String typed) {
            assertThat(succeeds(() -> request("Sam", typed))).isFalse();
            assertThat(count("invitation_request")).isZero();
            assertThat(questions()).isEmpty();
        }

        @Test
        void wantsAName() {
            assertRefused(RequestReason.NAME_MISSING, () -> request(" \u200B\u202E ", sam));
            assertRefused(RequestReason.NAME_TOO_LONG, () -> request("x".repeat(101), sam));
            request("x".repeat(100), sam);
        }

        @Test
        void endsAfterThreeADayWithOneInvitation() {
            for (int i = 0; i < 3; i++) {
                request("Sam", stranger("s" + i));
            }

            assertRefused(RequestReason.TOO_MANY, () -> request("Sam", sam));
            assertThat(questions()).hasSize(3);
            assertThat(count("invitation_request")).isEqualTo(3);
            request("Sam", stranger("s0"));
            container.clock().move(Duration.ofDays(1));
            request("Sam", sam);
        }

        @Test
        void endsAfterFiveADayForOneAddress() {
            for (int i = 0; i < 5; i++) {
                invite(stranger("i" + i));
                request(tokenOf(stranger("i" + i)), "Sam", sam, "192.0.2.8");
            }

            assertRefused(RequestReason.TOO_MANY, () -> request("Sam", sam));
        }

        @Test
        void endsAfterFiftyADayFromOnePlaceHoweverManyAddressesItHas() {
            String network =
                    "2001:db8:%x:%x::"
                            .formatted(
                                    company.accountId() >> 16 & 0xFFFF,
                                    company.accountId() & 0xFFFF);
            for (int i = 0; i < 50; i++) {
                String guest = stranger("r" + i);
                invite(guest);
                request(tokenOf(guest), "Sam", guest, network + Integer.toHexString(i));
            }

            assertRefused(
                    RequestReason.TOO_MANY, () -> request(token, "Sam", sam, network + "ffff"));
        }

        @Test
        void keepsNoAddressInTheNameOfALimit() {
            request("Sam", sam);

            assertThat(company.query("select bucket from rate_limit where bucket like '%@%'"))
                    .isEmpty();
        }

        @Test
        void isAudited() {
            UUID handle = requested();

            assertThat(
                            company.query(
                                    "select action from audit_entry where subject = ?",
                                    handle.toString()))
                    .containsExactly("request.asked");
        }
    }

    @Nested
    class Approving {
        @Test
        void invitesWhoeverAsked() {
            assertThat(approve(requested())).isEqualTo(InviteOutcome.QUEUED);

            assertThat(mailsTo(sam)).containsExactly("invitation");
            assertThat(newest("language", sam)).isEqualTo("fr");
            assertThat(newest("kind", sam)).isEqualTo("GUEST");
            assertThat(newest("inviter_id", sam)).isEqualTo(company.coworker().membershipId());
            assertThat(look(tokenOf(sam)).recipient()).isEqualTo(sam);
            assertThat(list()).isEmpty();
        }

        @Test
        void neverGivesMoreThanTheAddressDoes() {
            as(company.admin());
            String boss = stranger("boss");
            invite(InviteAs.ADMIN, boss);
            request(tokenOf(boss), "Sam", sam, "192.0.2.8");

            approve(list().get(0).handle());

            assertThat(newest("kind", sam)).isEqualTo("GUEST");
        }

        @Test
        void isOnceHoweverManyDoItAtOnce() throws Exception {
            UUID handle = requested();

            List<Boolean> done = atOnce(8, () -> succeeds(() -> approve(handle)));

            assertThat(done).containsOnlyOnce(true);
            assertThat(mailsTo(sam)).containsExactly("invitation");
            assertRefused(RequestReason.NOT_OPEN, () -> approve(handle));
            assertRefused(RequestReason.NOT_OPEN, () -> decline(handle));
        }

        @Test
        void isForAdminsToo() {
            UUID handle = requested();
            as(company.admin());
            assertThat(list()).extracting(RequestRow::own).containsExactly(false);

            approve(handle);

            assertThat(newest("inviter_id", sam)).isEqualTo(company.admin().membershipId());
        }

        @Test
        void settlesWhatAMemberAsks() {
            request("Ada", "ada@" + company.domain());

            assertThat(approve(list().get(0).handle())).isEqualTo(InviteOutcome.ALREADY_MEMBER);

            assertThat(list()).isEmpty();
        }

        @Test
        void sendsAnewWhatIsOpenAlready() {
            request("Bob", bob);

            assertThat(approve(list().get(0).handle())).isEqualTo(InviteOutcome.ALREADY_INVITED);

            assertThat(mailsTo(bob)).containsExactly("invitation", "invitation");
            assertThat(look(tokenOf(bob)).recipient()).isEqualTo(bob);
            assertThat(isAskable(token)).isFalse();
            assertThat(list()).isEmpty();
        }

        @Test
        void leavesItOpenWhereALimitIsInTheWay() {
            UUID handle = requested();
            suppress(sam);

            assertThat(approve(handle)).isEqualTo(InviteOutcome.REFUSED);

            assertThat(list()).hasSize(1);
            request("Sam", sam);
            assertThat(list()).hasSize(1);
        }

        @Test
        void isNotForWhoMayNotInvite() {
            UUID handle = requested();
            company.setPolicy(WhoMayInvite.ADMINS, false, 168);

            assertRefused(InvitationReason.INVITING_SWITCHED_OFF, () -> approve(handle));

            assertThat(list()).hasSize(1);
            assertThat(mailsTo(sam)).isEmpty();
        }

        @Test
        void countsAsAnInvitationOfTheDay() {
            requested();
            invitations()
                    .invite(
                            Invite.byEmail(
                                    List.of(stranger("other")), "", null, InviteAs.AUTOMATIC));
            long before = used();

            approve(list().get(0).handle());

            assertThat(used()).isEqualTo(before + 1);
        }

        private long used() {
            return ((Number)
                            company.query(
                                            "select used from rate_limit where bucket = ?",
                                            "invite.by:" + company.coworker().membershipId())
                                    .get(0))
                    .longValue();
        }

        @Test
        void isAudited() {
            UUID handle = requested();
            approve(handle);

            assertThat(
                            company.query(
                                    "select action from audit_entry where subject = ? order by id",
                                    handle.toString()))
                    .containsExactly("request.asked", "request.approved");
        }
    }

    @Nested
    class Declining {
        @Test
        void tellsWhoeverAskedNothing() {
            decline(requested());

            assertThat(list()).isEmpty();
            assertThat(count()).isZero();
            assertThat(mailsTo(sam)).isEmpty();
        }

        @Test
        void leavesThemFreeToAskAgain() {
            decline(requested());

            request("Sam", sam);

            assertThat(list()).hasSize(1);
            assertThat(count()).isEqualTo(1);
        }

        private long count() {
            return database.inTransaction(() -> requests().count());
        }
    }

    @Nested
    class Walls {
        @Test
        void othersRequestsAreNotFound() {
            UUID handle = requested();
            Company other = new Company(database, container);

            for (var stranger : List.of(company.guest(), other.admin(), other.coworker())) {
                as(stranger);
                assertRefused(RequestReason.NOT_FOUND, () -> approve(handle));
                assertRefused(RequestReason.NOT_FOUND, () -> decline(handle));
                assertThat(list()).isEmpty();
                assertThat(database.inTransaction(() -> requests().count())).isZero();
            }
            assertThat(mailsTo(sam)).isEmpty();
        }
    }

    @Test
    void areForgottenAfterAMonth() {
        requested();
        Requesting requesting = container.get(Requesting.class);
        container.clock().move(Duration.ofDays(30).minusMillis(1));
        database.inTransaction(() -> requesting.purge(container.clock().instant()));
        assertThat(list()).hasSize(1);

        container.clock().move(Duration.ofMillis(1));
        database.inTransaction(() -> requesting.purge(container.clock().instant()));

        assertThat(count("invitation_request")).isZero();
    }
}

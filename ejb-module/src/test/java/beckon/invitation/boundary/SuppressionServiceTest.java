package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.delivery.control.UnsubscribeLinks;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.control.Forgetting;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RecipientPreview;
import beckon.invitation.entity.Suppression;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionServiceTest extends InvitationTest {
    private String sam;
    private UUID invitation;
    private String token;

    @BeforeEach
    void inviteSam() {
        sam = stranger("sam");
        invitation = invite(sam).get(0).invitationId();
        token = tokenAbout(invitation);
        container.get(SuppressionService.class);
    }

    private String tokenAbout(UUID handle) {
        String link = container.get(UnsubscribeLinks.class).link(handle);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private SuppressionService service() {
        return container.get(SuppressionService.class);
    }

    private boolean suppress() {
        return database.inTransaction(() -> service().suppress(token));
    }

    private boolean allow() {
        return database.inTransaction(() -> service().allow(token));
    }

    private void assertNotWanted(InviteResult result) {
        assertThat(result.outcome()).isEqualTo(InviteOutcome.REFUSED);
        assertThat(result.reason()).isEqualTo(InvitationReason.SUPPRESSED);
        assertThat(result.invitationId()).isNull();
    }

    private List<Object> audited() {
        return company.query(
                "select action from audit_entry where subject = ? order by id",
                invitation.toString());
    }

    @Test
    void lookingTellsWhoInvitesAndChangesNothing() {
        for (int i = 0; i < 3; i++) {
            assertThat(service().look(token))
                    .contains(new Suppression(company.name(), sam, "en", false));
        }

        assertThat(newest("state", sam)).isEqualTo("PENDING");
        assertThat(count("suppression")).isZero();
    }

    @Test
    void openInvitationIsDeclinedAndNothingOfItGoesOut() {
        suppress();

        assertThat(newest("state", sam)).isEqualTo("DECLINED");
        assertThat(newest("open_key", sam)).isNull();
        assertThat(company.query("select state from dispatch where reference = ?", invitation))
                .containsExactly("CANCELLED");
        assertThat(
                        company.query(
                                "select id from contact where account_id = ? and email = ?",
                                company.accountId(),
                                sam))
                .isEmpty();
        assertThat(service().look(token).orElseThrow().inForce()).isTrue();
    }

    @Test
    void laterInvitationsAreRefusedInEveryWay() {
        suppress();

        assertNotWanted(invite(sam).get(0));
        assertNotWanted(invite(sam.toUpperCase(java.util.Locale.ROOT)).get(0));
        as(company.admin());
        assertNotWanted(invite(InviteAs.ADMIN, sam).get(0));
        as(company.guest());
        assertNotWanted(invite(sam).get(0));
        assertThat(invitations().preview(List.of(sam), InviteAs.AUTOMATIC))
                .extracting(RecipientPreview::reason)
                .containsExactly(InvitationReason.SUPPRESSED);
        assertThat(count("invitation")).isOne();
    }

    @Test
    void othersOfTheSameCommandAreInvited() {
        suppress();

        assertThat(invite(stranger("kim"), sam, stranger("lee")))
                .extracting(InviteResult::outcome)
                .containsExactly(InviteOutcome.QUEUED, InviteOutcome.REFUSED, InviteOutcome.QUEUED);
    }

    @Test
    void expiredInvitationIsNotSentAgain() {
        container.clock().move(Duration.ofDays(8));
        suppress();

        assertRefused(InvitationReason.SUPPRESSED, () -> invitations().resend(invitation));
    }

    @Test
    void linkOfAnOlderMailStopsTheOneThatIsOpenNow() {
        database.inTransaction(() -> invitations().revoke(invitation));
        UUID newer = invite(sam).get(0).invitationId();

        suppress();

        assertThat(newer).isNotEqualTo(invitation);
        assertThat(newest("state", sam)).isEqualTo("DECLINED");
    }

    @Test
    void guestsOwnInvitationIsStoppedByItsOwnMail() {
        String tom = stranger("tom");
        as(company.guest());
        token = tokenAbout(invite(tom).get(0).invitationId());

        suppress();

        assertThat(newest("state", tom)).isEqualTo("DECLINED");
        assertNotWanted(invite(tom).get(0));
        as(company.coworker());
        assertNotWanted(invite(tom).get(0));
    }

    @Test
    void onceMoreChangesNothing() {
        assertThat(suppress()).isTrue();
        assertThat(suppress()).isTrue();

        assertThat(count("suppression")).isOne();
        assertThat(audited()).containsOnlyOnce("invitation.suppressed");
    }

    @Test
    void canBeTakenBack() {
        suppress();

        assertThat(allow()).isTrue();
        assertThat(allow()).isTrue();

        assertThat(count("suppression")).isZero();
        assertThat(audited()).containsOnlyOnce("invitation.allowedAgain");
        assertThat(newest("state", sam)).isEqualTo("DECLINED");
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void otherCompaniesMayStillInvite() {
        suppress();

        company = new Company(database, container);
        as(company.coworker());

        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void memberStaysOneAndGuestsDoNotLearnIt() {
        Caller joined = company.join(MemberKind.GUEST, sam);
        suppress();

        assertThat(joined.accountId()).isEqualTo(company.accountId());
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.ALREADY_MEMBER);
        as(company.guest());
        assertNotWanted(invite(sam).get(0));
    }

    @Test
    void addressStandsNowhereAmongTheSuppressions() {
        suppress();

        List<Object> seals =
                company.query(
                        "select address_seal from suppression where account_id = ?",
                        company.accountId());
        assertThat(seals).singleElement().asString().hasSize(43).doesNotContain("sam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc", "' or 1=1 --", "\u0000"})
    void unknownAndMalformedAreTheSame(String other) {
        token = other;

        assertThat(service().look(token)).isEmpty();
        assertThat(suppress()).isFalse();
        assertThat(allow()).isFalse();
        assertThat(count("suppression")).isZero();
    }

    @Test
    void sealedTokenOfNoInvitationIsUnknown() {
        token = tokenAbout(UUID.randomUUID());

        assertThat(suppress()).isFalse();
    }

    private long rows(String table, String column) {
        return company.query("select 1 from " + table + " where " + column + " = ?", sam).size();
    }

    private void purge() {
        database.inTransaction(
                () -> container.get(Forgetting.class).purge(container.clock().instant(), 50));
    }

    @Test
    void whoeverWishesItIsForgottenAndNeverInvitedAgain() {
        assertThat(database.inTransaction(() -> service().erase(token))).isTrue();

        assertThat(rows("invitation", "recipient")).isZero();
        assertThat(rows("dispatch", "recipient")).isZero();
        assertThat(rows("contact", "email")).isZero();
        assertThat(service().look(token)).isEmpty();
        assertNotWanted(invite(sam).get(0));
        assertThat(database.inTransaction(() -> service().erase(token))).isFalse();
    }

    @Test
    void othersStayWhenOneIsForgotten() {
        String kim = stranger("kim");
        invite(kim);

        database.inTransaction(() -> service().erase(token));

        assertThat(company.query("select 1 from invitation where recipient = ?", kim)).hasSize(1);
        assertThat(company.query("select 1 from dispatch where recipient = ?", kim)).hasSize(1);
    }

    @Test
    void whatLedNowhereIsForgottenAMonthAfterItsEnd() {
        suppress();
        container.clock().move(Duration.ofDays(30).minusSeconds(1));
        purge();
        assertThat(rows("invitation", "recipient")).isOne();

        container.clock().move(Duration.ofSeconds(2));
        purge();

        assertThat(rows("invitation", "recipient")).isZero();
        assertThat(rows("dispatch", "recipient")).isZero();
        assertNotWanted(invite(sam).get(0));
    }

    @Test
    void openInvitationIsNotForgotten() {
        container.clock().move(Duration.ofDays(6));
        purge();

        assertThat(rows("invitation", "recipient")).isOne();
    }
}

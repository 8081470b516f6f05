package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.invitation.LinkTest;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.OfferState;
import beckon.invitation.entity.SharedLink;
import beckon.testing.Roster;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of open invitations and links when whoever made them is deactivated. */
class HandoverTest extends LinkTest {

    private Roster roster;
    private Caller ben;
    private Caller dora;

    @BeforeEach
    void findPeople() {
        roster = new Roster(database, container);
        ben = company.coworker();
        dora = company.join(MemberKind.COWORKER, "dora@" + company.domain());
    }

    @Test
    void withoutSuccessorAllLinksAreDeadForGood() {
        String zoe = stranger("zoe");
        invite(zoe);
        String invitation = tokenOf(zoe);
        SharedLink link = share();
        assertThat(look(invitation).state()).isEqualTo(OfferState.OPEN);

        asAdmin(() -> roster.deactivate(ben));

        assertThat(newest("state", zoe)).isEqualTo("REVOKED");
        assertThat(look(invitation).state()).isNotEqualTo(OfferState.OPEN);
        assertThat(look(tokenOf(link)).state()).isNotEqualTo(OfferState.OPEN);
        asAdmin(() -> roster.reactivate(ben));
        assertThat(look(invitation).state()).isNotEqualTo(OfferState.OPEN);
        assertThat(look(tokenOf(link)).state()).isNotEqualTo(OfferState.OPEN);
        assertRefused(InvitationReason.REVOKED, () -> accept(invitation, company.addPerson(zoe)));
        assertThat(entriesOf(zoe)).isEmpty();
    }

    @Test
    void successorHasWhatTheMemberHad() {
        String zoe = stranger("zoe");
        invite(zoe);
        String invitation = tokenOf(zoe);
        SharedLink link = share();

        asAdmin(() -> roster.deactivate(ben, "DORA@" + company.domain()));

        assertThat(look(invitation).state()).isEqualTo(OfferState.OPEN);
        assertThat(look(invitation).inviterName()).startsWith("dora");
        assertThat(look(tokenOf(link)).state()).isEqualTo(OfferState.OPEN);
        assertThat(entriesOf(zoe)).containsExactly(dora.membershipId());
        accept(invitation, company.addPerson(zoe));
        assertThat(newest("state", zoe)).isEqualTo("ACCEPTED");
        as(dora);
        assertThat(database.inTransaction(() -> links().list(false, 0, 9)).total()).isEqualTo(1);
    }

    @Test
    void invitationsOfOthersAreLeftAlone() {
        String zoe = stranger("zoe");
        as(dora);
        invite(zoe);
        SharedLink link = share();

        asAdmin(() -> roster.deactivate(ben));

        assertThat(look(tokenOf(zoe)).state()).isEqualTo(OfferState.OPEN);
        assertThat(look(tokenOf(link)).state()).isEqualTo(OfferState.OPEN);
    }

    private void asAdmin(Runnable command) {
        as(company.admin());
        command.run();
    }

    private List<Long> entriesOf(String address) {
        return roster.list(
                "select owner_id from contact where account_id = ? and email = ?",
                Long.class,
                company.accountId(),
                address);
    }
}

package beckon.account;

import static beckon.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.boundary.DomainService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.DomainMailbox;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.boundary.RequestService;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.RequestInvitation;
import beckon.invitation.entity.RequestReason;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.SignedIn;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What belongs to one company is not found by another, whatever its id. */
class TenantWallsIT extends BeckonIT {
    @Inject private InvitationService invitations;
    @Inject private ContactService contacts;
    @Inject private DomainService domains;
    @Inject private RequestService requests;

    @Test
    void foreignInvitationsAreNotFound() {
        Company globex = Company.found("Globex");
        UUID foreign = invite(globex.coworker("Hank"), Addresses.guest("theirs"));
        var stranger = Company.found("Initech").admin("Bill").caller();

        assertThat(SignedIn.as(stranger, () -> invitations.find(foreign))).isEmpty();
        assertThat(SignedIn.as(stranger, () -> invitations.listDispatches(foreign))).isEmpty();
        assertRefused(
                InvitationReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> invitations.revoke(foreign)));
        assertRefused(
                InvitationReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> invitations.resend(foreign)));
        assertThat(
                        SignedIn.as(
                                        stranger,
                                        () ->
                                                invitations.list(
                                                        new InvitationQuery(
                                                                null, "", true, 0, 100)))
                                .rows())
                .isEmpty();
    }

    @Test
    void foreignRequestsAreNotFound() {
        Company globex = Company.found("Globex");
        Company.Member hank = globex.coworker("Hank");
        String invited = Addresses.guest("theirs");
        String token = Api.as(hank.email()).inviteAndAwaitMail(invited).token();
        requests.ask(
                new RequestInvitation(token, "Sam", Addresses.guest("sam"), "en", "192.0.2.1"));
        UUID foreign = SignedIn.as(hank.caller(), () -> requests.list(0, 9).rows().get(0).handle());
        var stranger = Company.found("Initech").admin("Bill").caller();

        assertThat(SignedIn.as(stranger, () -> requests.list(0, 9)).rows()).isEmpty();
        assertRefused(
                RequestReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> requests.approve(foreign)));
        assertRefused(
                RequestReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> requests.decline(foreign)));
        assertRefused(
                RequestReason.NOT_FOUND,
                () ->
                        SignedIn.run(
                                globex.coworker("Ian").caller(), () -> requests.decline(foreign)));
        assertThat(SignedIn.as(globex.admin("Gale").caller(), () -> requests.count())).isEqualTo(1);
        assertThatThrownBy(() -> requests.list(0, 9)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void colleaguesInvitationsAreSeenByAdminsOnly() {
        Company globex = Company.found("Globex");
        UUID one = invite(globex.coworker("Hank"), Addresses.guest("hanks"));

        assertThat(SignedIn.as(globex.coworker("Ian").caller(), () -> invitations.find(one)))
                .isEmpty();
        assertThat(SignedIn.as(globex.admin("Gale").caller(), () -> invitations.find(one)))
                .isPresent();
    }

    @Test
    void foreignContactsAreNotFound() {
        Company globex = Company.found("Globex");
        Company.Member member = globex.coworker("Xaverius");
        var stranger = Company.found("Initech").admin("Bill").caller();
        UUID foreign =
                UUID.fromString(
                        Database.value(
                                "select handle from contact where membership_id = cast(? as"
                                        + " bigint)",
                                member.caller().membershipId()));

        assertThat(SignedIn.as(member.caller(), () -> contacts.find(foreign))).isPresent();
        assertThat(SignedIn.as(stranger, () -> contacts.find(foreign))).isEmpty();
        assertThat(
                        SignedIn.as(
                                        stranger,
                                        () ->
                                                contacts.list(
                                                        new ContactQuery(
                                                                ContactGroup.ALL,
                                                                "Xaverius",
                                                                0,
                                                                100)))
                                .rows())
                .extracting(ContactRow::handle)
                .doesNotContain(foreign);
    }

    @Test
    void guestCannotListTheCompany() {
        Company globex = Company.found("Globex");
        globex.coworker("Secret");
        var guest = globex.guest("Guy").caller();

        for (ContactGroup group : ContactGroup.values()) {
            assertThat(
                            SignedIn.as(
                                            guest,
                                            () ->
                                                    contacts.list(
                                                            new ContactQuery(
                                                                    group, "secret", 0, 100)))
                                    .rows())
                    .isEmpty();
        }
    }

    @Test
    void foreignDomainsAreNotFound() {
        Company globex = Company.found("Globex");
        UUID domain =
                UUID.fromString(
                        Database.value(
                                "select handle from verified_domain where domain = ?",
                                globex.domain()));
        var stranger = Company.found("Initech").admin("Bill").caller();

        assertRefused(
                AccountReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> domains.remove(domain)));
        assertRefused(
                AccountReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> domains.allowSubDomains(domain, true)));
    }

    @Test
    void foreignClaimsAreNotFound() {
        UUID claim =
                SignedIn.as(
                        Company.found("Globex").admin("Hank").caller(),
                        () -> domains.claim(Addresses.unique("hank") + ".example", false));
        var stranger = Company.found("Initech").admin("Bill").caller();

        for (Runnable act :
                List.<Runnable>of(
                        () -> domains.remove(claim),
                        () -> domains.verifyByRecord(claim),
                        () -> domains.mailCode(claim, DomainMailbox.ADMIN),
                        () -> domains.verifyByCode(claim, "AAAAA-AAAAA"))) {
            assertRefused(AccountReason.NOT_FOUND, () -> SignedIn.run(stranger, act));
        }
    }

    @Test
    void domainsAreForAdminsOnly() {
        Company globex = Company.found("Globex");
        UUID claim =
                SignedIn.as(
                        globex.admin("Hank").caller(),
                        () -> domains.claim(Addresses.unique("hank") + ".example", false));

        for (Runnable act :
                List.<Runnable>of(
                        domains::listVerified,
                        domains::listClaims,
                        () -> domains.claim(Addresses.unique("ian") + ".example", false),
                        () -> domains.remove(claim),
                        () -> domains.allowSubDomains(claim, true),
                        () -> domains.verifyByRecord(claim),
                        () -> domains.mailCode(claim, DomainMailbox.ADMIN),
                        () -> domains.verifyByCode(claim, "AAAAA-AAAAA"))) {
            for (Company.Member member : List.of(globex.coworker("Ian"), globex.guest("Guy"))) {
                assertThatThrownBy(() -> SignedIn.run(member.caller(), act))
                        .isInstanceOf(EJBAccessException.class);
            }
            assertThatThrownBy(act::run).isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    void foreignIdsAreNotFoundByTheApi() {
        Company globex = Company.found("Globex");
        UUID foreign = invite(globex.coworker("Hank"), Addresses.guest("theirs"));
        Api stranger = Api.as(Company.found("Initech").admin("Bill").email());

        assertThat(stranger.get("/invitations/" + foreign).status()).isEqualTo(404);
        assertThat(stranger.post("/invitations/" + foreign + "/revoke", "").status())
                .isEqualTo(404);
        assertThat(stranger.post("/invitations/" + foreign + "/resend", "").status())
                .isEqualTo(404);
        assertThat(stranger.get("/invitations").body()).doesNotContain(foreign.toString());
        assertThat(stranger.get("/contacts?query=Hank").body()).doesNotContain("Hank");
    }

    private UUID invite(Company.Member inviter, String address) {
        return SignedIn.as(
                        inviter.caller(),
                        () ->
                                invitations.invite(
                                        Invite.byEmail(
                                                List.of(address), "", "en", InviteAs.AUTOMATIC)))
                .get(0)
                .invitationId();
    }
}

package beckon.account;

import static beckon.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.boundary.MemberService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.Deactivation;
import beckon.account.entity.GuestStay;
import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.licence.boundary.LicenceService;
import beckon.licence.boundary.PeopleService;
import beckon.licence.entity.PeopleQuery;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.SignedIn;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees whom: guests only whom they were introduced to, nobody whoever was put out. */
class SightIT extends BeckonIT {
    @Inject private ContactService contacts;
    @Inject private MemberService members;
    @Inject private PeopleService people;
    @Inject private LicenceService licences;

    @Test
    void guestFindsTheCompanyByNoWay() {
        Company company = Company.found("Discreet Ltd");
        Company.Member secret = company.coworker("Secretia");
        Company.Member guest = company.guest("Guy");
        Database.update(
                "update contact set phone = '+33612345678'"
                        + " where membership_id = cast(? as bigint)",
                secret.caller().membershipId());
        UUID handle =
                UUID.fromString(
                        Database.value(
                                "select handle from contact"
                                        + " where membership_id = cast(? as bigint)",
                                secret.caller().membershipId()));

        for (ContactGroup group : ContactGroup.values()) {
            assertThat(names(guest.caller(), group, "")).doesNotContain(secret.name());
            assertThat(names(guest.caller(), group, "secretia")).isEmpty();
            assertThat(names(guest.caller(), group, company.domain())).isEmpty();
        }
        assertThat(SignedIn.as(guest.caller(), () -> contacts.find(handle))).isEmpty();
        assertThat(SignedIn.as(guest.caller(), () -> contacts.count()).company()).isZero();
        assertThat(SignedIn.as(guest.caller(), () -> contacts.listNumbers("secr", 8))).isEmpty();
        assertThat(SignedIn.as(guest.caller(), () -> contacts.listNumbers("0612", 8))).isEmpty();
        for (String path : List.of("/contacts", "/contacts?query=secretia", "/contacts?query=06")) {
            assertThat(Api.as(guest.email()).get(path).body())
                    .doesNotContain("Secretia", handle.toString());
        }
        assertThat(names(secret.caller(), ContactGroup.ALL, "secretia")).hasSize(1);
    }

    @Test
    void whoIsPutOutIsOutOfEveryListSearchAndSessionAtOnce() {
        Company company = Company.found("Gone Ltd");
        Company.Member gone = company.coworker("Gonzalo");
        Company.Member admin = company.admin("Ada");
        Api theirs = Api.as(gone.email());
        assertThat(theirs.get("/contacts").status()).isEqualTo(200);
        assertThat(names(admin.caller(), ContactGroup.COMPANY, "gonz")).hasSize(1);

        SignedIn.run(
                admin.caller(), () -> members.deactivate(new Deactivation(handleOf(gone), null)));

        assertThat(theirs.get("/contacts").status()).isEqualTo(401);
        for (ContactGroup group : ContactGroup.values()) {
            assertThat(names(admin.caller(), group, "")).doesNotContain(gone.name());
            assertThat(names(admin.caller(), group, "gonz")).isEmpty();
        }
        assertThat(Api.as(admin.email()).get("/contacts?query=gonz").body())
                .doesNotContain("Gonzalo");
        assertThat(
                        SignedIn.as(
                                        admin.caller(),
                                        () -> people.list(PeopleQuery.everybody(0, 100)))
                                .rows())
                .noneMatch(row -> row.name().equals(gone.name()));
        assertThat(outcome(admin, "member.deactivated")).isEqualTo("done");
    }

    @Test
    void foreignMembersAreNotFound() {
        Company globex = Company.found("Globex");
        Company.Member hank = globex.coworker("Hank");
        UUID foreign = handleOf(hank);
        Company.Member bill = Company.found("Initech").admin("Bill");
        Caller stranger = bill.caller();

        assertThat(SignedIn.as(stranger, () -> people.find(foreign))).isEmpty();
        assertRefused(
                AccountReason.NOT_FOUND,
                () ->
                        SignedIn.run(
                                stranger,
                                () -> members.deactivate(new Deactivation(foreign, null))));
        assertRefused(
                AccountReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> members.changeKind(foreign, MemberKind.ADMIN)));
        assertRefused(
                AccountReason.NOT_FOUND,
                () -> SignedIn.run(stranger, () -> members.reactivate(foreign)));
        assertRefused(
                AccountReason.NOT_FOUND,
                () ->
                        SignedIn.run(
                                stranger,
                                () -> members.setStay(new GuestStay(foreign, null, null))));
        assertThat(outcome(bill, "member.deactivated")).isEqualTo("NOT_FOUND");
        assertThat(Api.as(hank.email()).get("/contacts").status()).isEqualTo(200);
    }

    @Test
    void onlyAdminsKeepPeopleInOrder() {
        Company company = Company.found("Orderly Ltd");
        Company.Member ian = company.coworker("Ian");
        UUID handle = handleOf(company.coworker("Hank"));

        for (Company.Member member : List.of(ian, company.guest("Guy"))) {
            Caller caller = member.caller();
            assertForbidden(caller, () -> people.list(PeopleQuery.everybody(0, 9)));
            assertForbidden(caller, () -> people.export(PeopleQuery.everybody(0, 9)));
            assertForbidden(caller, () -> people.count());
            assertForbidden(caller, () -> people.find(handle));
            assertForbidden(caller, () -> licences.assign(Set.of(handle)));
            assertForbidden(caller, () -> licences.revoke(Set.of(handle)));
            assertForbidden(caller, () -> licences.getSeats());
            assertForbidden(
                    caller,
                    () -> {
                        members.deactivate(new Deactivation(handle, null));
                        return null;
                    });
            assertForbidden(
                    caller,
                    () -> {
                        members.changeKind(handle, MemberKind.ADMIN);
                        return null;
                    });
        }
    }

    private static void assertForbidden(Caller caller, java.util.concurrent.Callable<?> forbidden) {
        assertThatThrownBy(() -> SignedIn.as(caller, forbidden))
                .isInstanceOf(EJBAccessException.class);
    }

    private static UUID handleOf(Company.Member member) {
        return UUID.fromString(
                Database.value(
                        "select handle from membership where id = cast(? as bigint)",
                        member.caller().membershipId()));
    }

    private static String outcome(Company.Member actor, String action) {
        return Database.value(
                "select outcome from audit_entry where actor_id = cast(? as bigint)"
                        + " and action = ? order by id desc",
                actor.caller().membershipId(),
                action);
    }

    private List<String> names(Caller caller, ContactGroup group, String text) {
        return SignedIn.as(caller, () -> contacts.list(new ContactQuery(group, text, 0, 100)))
                .rows()
                .stream()
                .map(ContactRow::displayName)
                .toList();
    }
}

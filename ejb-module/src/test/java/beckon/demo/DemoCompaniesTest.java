package beckon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AccountService;
import beckon.account.boundary.AuthenticationService;
import beckon.account.boundary.DomainService;
import beckon.account.entity.AccountRow;
import beckon.account.entity.Caller;
import beckon.account.entity.DomainRow;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MembershipRow;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.demo.control.DemoCompanies;
import beckon.person.boundary.SignInService;
import beckon.person.control.CheapPasswords;
import beckon.person.control.Passwords;
import beckon.person.entity.SignInRequest;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoCompaniesTest extends DatabaseTest {

    private static final String PASSWORD = "demo";

    private TestContainer container;

    @BeforeEach
    void makeDemo() {
        container =
                new TestContainer(database, Map.of("BECKON_DEMO_PASSWORD", PASSWORD))
                        .with(Passwords.class, CheapPasswords.make());
        database.inTransaction(() -> container.get(DemoCompanies.class).makeOnce());
    }

    @Test
    void annaIsAdminAndSeesTheWholeCompany() {
        assertThat(signIn("Anna@ACME.example").kind()).isEqualTo(MemberKind.ADMIN);
        assertThat(database.inTransaction(this::account).name()).isEqualTo("Acme Corp");
        assertThat(container.get(ContactService.class).count())
                .isEqualTo(new ContactCounts(214, 180, 12, 22));
        assertThat(database.inTransaction(container.get(DomainService.class)::listVerified))
                .extracting(DomainRow::domain)
                .containsExactly("acme.example");
    }

    @Test
    void ginaSeesOnlyThoseSheWasIntroducedTo() {
        assertThat(signIn("gina@guest.example").isGuest()).isTrue();
        assertThat(list("")).containsExactly("Anna Novak", "Ben Moreau", "Gina Iversen");
        assertThat(list("mor")).containsExactly("Ben Moreau");
        assertThat(list("zhang")).isEmpty();
    }

    @Test
    void benBelongsToBothCompanies() {
        UUID session = open("ben@acme.example");
        AuthenticationService authentication = container.get(AuthenticationService.class);
        Caller caller = authentication.findBySession(session).orElseThrow();
        container.callAs(caller.principalName());
        List<MembershipRow> memberships = container.get(AccountService.class).listMemberships();

        assertThat(memberships)
                .extracting(MembershipRow::accountName, MembershipRow::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Acme Corp", true),
                        org.assertj.core.groups.Tuple.tuple("Globex", false));

        authentication.switchAccount(session, memberships.get(1).handle());
        Caller other = authentication.findBySession(session).orElseThrow();
        container.callAs(other.principalName());

        assertThat(other.kind()).isEqualTo(MemberKind.GUEST);
        assertThat(list("")).containsExactly("Ben Moreau", "Grace Okafor");
    }

    @Test
    void secondStartChangesNothing() {
        database.inTransaction(() -> container.get(DemoCompanies.class).makeOnce());

        signIn("anna@acme.example");
        assertThat(container.get(ContactService.class).count().all()).isEqualTo(214);
    }

    private AccountRow account() {
        return container.get(AccountService.class).getCurrent();
    }

    private List<String> list(String text) {
        return container
                .get(ContactService.class)
                .list(new ContactQuery(ContactGroup.ALL, text, 0, 100))
                .rows()
                .stream()
                .map(ContactRow::displayName)
                .toList();
    }

    private Caller signIn(String email) {
        Caller caller =
                container.get(AuthenticationService.class).findBySession(open(email)).orElseThrow();
        container.callAs(caller.principalName());
        return caller;
    }

    private UUID open(String email) {
        SignInRequest request = new SignInRequest(email, PASSWORD, "192.0.2.1", "test");
        return database.inTransaction(
                () -> container.get(SignInService.class).signIn(request).handle());
    }
}

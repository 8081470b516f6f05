package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.control.SetUpRepository;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.SetUpForm;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactCounts;
import beckon.person.control.CheapPasswords;
import beckon.person.control.Passwords;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetUpServiceTest extends DatabaseTest {

    private final String domain = "s" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private final Token token = Token.random();
    private TestContainer container;
    private SetUpService setUp;

    @BeforeEach
    void drawLink() {
        container = new TestContainer(database).with(Passwords.class, CheapPasswords.make());
        setUp = container.get(SetUpService.class);
        start(token);
    }

    /** What a start does where there is no account yet. */
    private void start(Token drawn) {
        database.inTransaction(
                () ->
                        container
                                .get(SetUpRepository.class)
                                .replace(
                                        drawn.hash(),
                                        container.clock().instant().plus(Duration.ofHours(24))));
    }

    @Test
    void linkMakesTheAccountWithItsAdmin() {
        UUID session = database.inTransaction(() -> setUp.setUp(form("ada@" + domain)));

        var caller =
                container.get(AuthenticationService.class).findBySession(session).orElseThrow();
        container.callAs(caller.principalName());
        assertThat(caller.kind()).isEqualTo(MemberKind.ADMIN);
        assertThat(container.get(ContactService.class).count())
                .isEqualTo(new ContactCounts(1, 1, 0, 0));
        assertThat(audited(caller)).containsExactly("done");
    }

    private List<String> audited(Caller admin) {
        return new Statements(database.dataSource())
                .list(
                        "select outcome from audit_entry where action = 'account.setUp'"
                                + " and account_id = ? and actor_id = ?",
                        row -> row.getString(1),
                        admin.accountId(),
                        admin.membershipId());
    }

    @Test
    void linkWorksOnce() {
        database.inTransaction(() -> setUp.setUp(form("ada@" + domain)));

        assertThat(setUp.look(token.secret())).isFalse();
        assertThat(refusal(form("eve@x" + domain))).isEqualTo(AccountReason.NOT_FOUND);
    }

    @Test
    void deadLinkThatIsTriedStandsInTheAudit() {
        start(Token.random());
        long before = refused();

        // nothing around it, which would be rolled back here together with what is noted
        catchThrowable(() -> setUp.setUp(form("ada@" + domain)));

        assertThat(refused()).isEqualTo(before + 1);
    }

    private long refused() {
        return new Statements(database.dataSource())
                .number(
                        "select count(*) from audit_entry where action = 'account.setUp'"
                                + " and outcome = 'NOT_FOUND'");
    }

    @Test
    void nextStartsLinkTakesThePlaceOfTheEarlier() {
        Token next = Token.random();

        start(next);

        assertThat(setUp.look(token.secret())).isFalse();
        assertThat(setUp.look(next.secret())).isTrue();
    }

    @Test
    void refusedSetUpLeavesTheLinkOpenAndNothingElse() {
        assertThat(refusal(form("ada"))).isEqualTo(AccountReason.INVALID_EMAIL);

        assertThat(setUp.look(token.secret())).isTrue();
        database.inTransaction(() -> setUp.setUp(form("ada@" + domain)));
    }

    @Test
    void linkDiesAfterADay() {
        assertThat(setUp.look(token.secret())).isTrue();
        container.clock().move(Duration.ofHours(24));

        assertThat(setUp.look(token.secret())).isFalse();
        assertThat(refusal(form("ada@" + domain))).isEqualTo(AccountReason.NOT_FOUND);
    }

    @Test
    void noLinkIsDrawnWhereThereIsAnAccount() {
        new TestCompany(database, container);

        assertThat(database.inTransaction(setUp::open)).isEmpty();
        assertThat(setUp.look(token.secret())).isTrue();
    }

    private Reason refusal(SetUpForm form) {
        return catchThrowableOfType(
                        RefusalException.class,
                        () -> database.inTransaction(() -> setUp.setUp(form)))
                .reason();
    }

    private SetUpForm form(String email) {
        return new SetUpForm(
                token.secret(),
                "Set Up Ltd",
                "Ada",
                "Admin",
                email,
                "violet-tram-anchored-42",
                "en",
                "192.0.2.1",
                "test");
    }
}

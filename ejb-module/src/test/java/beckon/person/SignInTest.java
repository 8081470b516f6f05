package beckon.person;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.person.boundary.SignInService;
import beckon.person.control.CheapPasswords;
import beckon.person.control.Passwords;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.Visit;
import beckon.shared.RefusalException;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.SilentQueue;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;

/** What tests of signing in have in common: Bob, who knows his password. */
public abstract class SignInTest extends DatabaseTest {

    protected static final String PASSWORD = "violet-tram-anchored-42";
    protected static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

    protected final String remote = UUID.randomUUID().toString();
    protected TestContainer container;
    protected TestCompany company;
    protected Caller bob;
    protected String email;

    @BeforeEach
    protected void meetBob() {
        container =
                new TestContainer(database)
                        .with(Passwords.class, CheapPasswords.make())
                        .with(beckon.delivery.control.DispatchQueue.class, new SilentQueue());
        company = new TestCompany(database, container);
        String hash = container.get(Passwords.class).hash(PASSWORD);
        long person = company.person(company.email("bob"), "Bob", "Builder", hash);
        bob = company.join(person, MemberKind.COWORKER, null);
        email = "bob@" + company.domain();
        container.callAs(bob.principalName());
    }

    protected Visit visit(UUID session) {
        return new Visit(session, remote, FIREFOX);
    }

    protected SignInRequest request(String password) {
        return new SignInRequest(email, password, remote, FIREFOX);
    }

    protected UUID open() {
        return database.inTransaction(
                () ->
                        container
                                .get(SignInService.class)
                                .openSession(bob.personId(), remote, FIREFOX));
    }

    /** Committed all the same, as the server counts in transactions of their own. */
    protected RefusalException refusal(Runnable action) {
        return database.inTransaction(
                () -> catchThrowableOfType(RefusalException.class, action::run));
    }

    /** Whether it goes through; what was refused is undone, as in the server. */
    protected boolean succeeds(Runnable action) {
        try {
            database.inTransaction(action);
            return true;
        } catch (RefusalException e) {
            return false;
        }
    }

    /** What was mailed to Bob, the newest first: template, and of notices their kind. */
    protected List<String> mails() {
        return statements()
                .list(
                        "select template, model from dispatch where recipient = ?"
                                + " order by id desc",
                        row -> row.getString(1) + kind(row.getString(2)),
                        email);
    }

    /** The secret in the newest mail to Bob. */
    protected String mailedToken() {
        return token("select purpose, nonce, key_id from dispatch where recipient = ?", email);
    }

    protected String token(String sql, Object value) {
        TokenSource source =
                statements()
                        .find(
                                sql + " order by id desc",
                                row ->
                                        new TokenSource(
                                                row.getString(1),
                                                row.getBytes(2),
                                                row.getString(3)),
                                value)
                        .orElseThrow();
        return container.get(TokenKeys.class).derive(source).secret();
    }

    protected Statements statements() {
        return new Statements(database.dataSource());
    }

    protected <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    private static String kind(String model) {
        var found = java.util.regex.Pattern.compile("\"kind\":\"(\\w+)\"").matcher(model);
        return found.find() ? " " + found.group(1) : "";
    }
}

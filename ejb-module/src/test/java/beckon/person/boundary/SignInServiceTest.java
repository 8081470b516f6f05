package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.MemberKind;
import beckon.person.control.CheapPasswords;
import beckon.person.control.Passwords;
import beckon.person.control.PersonRepository;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SignInRequest;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInServiceTest extends DatabaseTest {

    private static final String PASSWORD = "violet-tram-anchored-42";

    private final String remote = UUID.randomUUID().toString();
    private TestContainer container;
    private TestCompany company;
    private SignInService signIns;
    private AuthenticationService authentication;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database).with(Passwords.class, CheapPasswords.make());
        company = new TestCompany(database, container);
        signIns = container.get(SignInService.class);
        authentication = container.get(AuthenticationService.class);
        String hash = container.get(Passwords.class).hash(PASSWORD);
        long person = company.person(company.email("bob"), "Bob", "Builder", hash);
        company.join(person, MemberKind.COWORKER, null);
    }

    @Test
    void rightPasswordOpensASession() {
        UUID session = signIn("BOB@" + company.domain() + ".", PASSWORD);

        assertThat(authentication.findBySession(session)).isPresent();
        assertThat(authentication.findBySession(UUID.randomUUID())).isEmpty();
    }

    @Test
    void wrongPasswordUnknownNameAndNonsenseGetTheSameAnswer() {
        assertThat(refusal("bob@" + company.domain(), "wrong").reason())
                .isEqualTo(PersonReason.WRONG_CREDENTIALS);
        assertThat(refusal("nobody@" + company.domain(), PASSWORD).reason())
                .isEqualTo(PersonReason.WRONG_CREDENTIALS);
        assertThat(refusal("not an address", PASSWORD).reason())
                .isEqualTo(PersonReason.WRONG_CREDENTIALS);
    }

    @Test
    void sessionEndsAfterHalfAnHourUnused() {
        UUID session = signIn("bob@" + company.domain(), PASSWORD);

        container.clock().move(Duration.ofMinutes(29));
        assertThat(authentication.findBySession(session)).isPresent();
        container.clock().move(Duration.ofMinutes(29));
        assertThat(authentication.findBySession(session)).isPresent();
        container.clock().move(Duration.ofMinutes(30));
        assertThat(authentication.findBySession(session)).isEmpty();
    }

    @Test
    void sessionEndsAfterTwelveHoursInUse() {
        UUID session = signIn("bob@" + company.domain(), PASSWORD);

        for (int i = 0; i < 12 * 3 - 1; i++) {
            container.clock().move(Duration.ofMinutes(20));
            assertThat(authentication.findBySession(session)).isPresent();
        }
        container.clock().move(Duration.ofMinutes(20));
        assertThat(authentication.findBySession(session)).isEmpty();
    }

    @Test
    void signedOutSessionIsOver() {
        UUID session = signIn("bob@" + company.domain(), PASSWORD);

        database.inTransaction(() -> signIns.signOut(session));

        assertThat(authentication.findBySession(session)).isEmpty();
    }

    @Test
    void apiTokenOpensTheApiForNinetyDays() {
        IssuedToken token =
                database.inTransaction(
                        () -> signIns.issueApiToken(request("bob@" + company.domain(), PASSWORD)));

        assertThat(token.secret()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token).hasToString("IssuedToken[…]");
        assertThat(authentication.findByApiToken(token.secret())).isPresent();
        assertThat(authentication.findByApiToken(token.secret() + "x")).isEmpty();
        container.clock().move(Duration.ofDays(90));
        assertThat(authentication.findByApiToken(token.secret())).isEmpty();
    }

    @Test
    void eleventhWrongAttemptHasToWait() {
        String email = "bob@" + company.domain();
        for (int i = 0; i < 10; i++) {
            refusal(email, "wrong");
        }

        RefusalException tooMany = refusal(email, PASSWORD);

        assertThat(tooMany.reason()).isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
        assertThat(tooMany.arguments()).containsExactly(15L);
        container.clock().move(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(refusal(email, PASSWORD).arguments()).containsExactly(1L);
        container.clock().move(Duration.ofSeconds(1));
        assertThat(signIn(email, PASSWORD)).isNotNull();
    }

    @Test
    void limitIsTheSameForNamesThatDoNotExist() {
        for (int i = 0; i < 10; i++) {
            refusal("nobody@" + company.domain(), "wrong");
        }

        assertThat(refusal("nobody@" + company.domain(), "wrong").reason())
                .isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void successForgetsTheFailures() {
        String email = "bob@" + company.domain();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                refusal(email, "wrong");
            }
            assertThat(signIn(email, PASSWORD)).isNotNull();
        }
    }

    @Test
    void passwordIsHashedAnewWhenTheCostHasChanged() {
        String cheap = CheapPasswords.cheaper(PASSWORD);
        long id = company.person(company.email("old"), "Old", "Timer", cheap);
        company.join(id, MemberKind.COWORKER, null);

        signIn("old@" + company.domain(), PASSWORD);

        String hash =
                database.inTransaction(
                        () -> container.get(PersonRepository.class).get(id).passwordHash());
        assertThat(hash).startsWith(CheapPasswords.COST);
        assertThat(signIn("old@" + company.domain(), PASSWORD)).isNotNull();
    }

    private UUID signIn(String email, String password) {
        return database.inTransaction(() -> signIns.signIn(request(email, password)).handle());
    }

    private RefusalException refusal(String email, String password) {
        // committed all the same, as the server counts in a transaction of its own
        return database.inTransaction(
                () ->
                        catchThrowableOfType(
                                RefusalException.class,
                                () -> signIns.signIn(request(email, password))));
    }

    private SignInRequest request(String email, String password) {
        return new SignInRequest(email, password, remote, "test");
    }

    @Test
    void housekeepingDeletesWhatEndedAMonthAgoAndNothingElse() throws Exception {
        UUID old = signIn("bob@" + company.domain(), PASSWORD);
        container.clock().move(Duration.ofDays(30));
        UUID yesterdays = signIn("bob@" + company.domain(), PASSWORD);
        container.clock().move(Duration.ofDays(1));

        container.get(HousekeepingTimer.class).tidyUp();

        assertThat(sessions(old)).isZero();
        assertThat(sessions(yesterdays)).isEqualTo(1);
    }

    private long sessions(UUID handle) throws java.sql.SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from sign_in_session where handle = ?")) {
            statement.setObject(1, handle);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}

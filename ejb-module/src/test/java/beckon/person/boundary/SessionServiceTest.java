package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.Caller;
import beckon.person.entity.Device;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SessionRow;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionServiceTest extends DatabaseTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

    private TestContainer container;
    private SessionService sessions;
    private AuthenticationService authentication;
    private Caller bob;
    private Caller carol;
    private UUID here;

    @BeforeEach
    void signIn() {
        container = new TestContainer(database);
        TestCompany company = new TestCompany(database, container);
        sessions = container.get(SessionService.class);
        authentication = container.get(AuthenticationService.class);
        bob = company.coworker("Bob", "Builder");
        carol = company.coworker("Carol", "Coach");
        container.callAs(bob.principalName());
        here = open(bob);
    }

    @Test
    void listTellsWhereFromAndWhenOneIsSignedIn() {
        Instant begun = container.clock().instant().truncatedTo(ChronoUnit.MICROS);
        container.clock().move(Duration.ofMinutes(20));
        assertThat(authentication.findBySession(here)).isPresent();

        assertThat(list())
                .containsExactly(
                        new SessionRow(
                                here,
                                true,
                                false,
                                new Device("Firefox", "Windows"),
                                "192.0.2.1",
                                begun,
                                begun.plus(Duration.ofMinutes(20))));
    }

    @Test
    void ownSessionStandsFirstThenTheLastUsed() {
        container.clock().move(Duration.ofMinutes(1));
        UUID older = open(bob);
        container.clock().move(Duration.ofMinutes(1));
        UUID newer = open(bob);

        assertThat(list()).extracting(SessionRow::handle).containsExactly(here, newer, older);
        assertThat(list()).extracting(SessionRow::here).containsExactly(true, false, false);
    }

    @Test
    void onlyOnesOwnLiveSessionsAreListed() {
        open(carol);
        UUID ended = open(bob);
        database.inTransaction(() -> sessions.end(ended));
        open(bob);
        container.clock().move(Duration.ofMinutes(29));
        assertThat(authentication.findBySession(here)).isPresent();
        container.clock().move(Duration.ofMinutes(1));

        assertThat(list()).extracting(SessionRow::handle).containsExactly(here);
    }

    @Test
    void sessionThatIsTooOldIsNotListed() {
        for (int i = 0; i < 12 * 3 - 1; i++) {
            container.clock().move(Duration.ofMinutes(20));
            assertThat(authentication.findBySession(here)).isPresent();
        }
        assertThat(list()).hasSize(1);

        container.clock().move(Duration.ofMinutes(20));

        assertThat(list()).isEmpty();
    }

    @Test
    void endedSessionIsOutAtItsNextRequest() {
        UUID other = open(bob);
        assertThat(authentication.findBySession(other)).isPresent();

        database.inTransaction(() -> sessions.end(other));

        assertThat(authentication.findBySession(other)).isEmpty();
        assertThat(authentication.findBySession(here)).isPresent();
        assertThat(audited("session.ended", other)).containsExactly("done");
    }

    @Test
    void foreignEndedAndUnknownSessionsAreNotFoundAlike() {
        UUID foreign = open(carol);
        UUID ended = open(bob);
        database.inTransaction(() -> sessions.end(ended));

        for (UUID handle : List.of(foreign, ended, UUID.randomUUID())) {
            assertThat(refusalOfEnding(handle).reason()).isEqualTo(PersonReason.NOT_FOUND);
        }

        assertThat(authentication.findBySession(foreign)).isPresent();
        assertThat(audited("session.ended", foreign)).containsExactly("NOT_FOUND");
    }

    @Test
    void allOthersEndAtOnceButNobodyElses() {
        UUID one = open(bob);
        UUID two = open(bob);
        UUID foreign = open(carol);

        int ended = database.inTransaction(() -> sessions.endOthers(here));

        assertThat(ended).isEqualTo(2);
        assertThat(authentication.findBySession(one)).isEmpty();
        assertThat(authentication.findBySession(two)).isEmpty();
        assertThat(authentication.findBySession(here)).isPresent();
        assertThat(authentication.findBySession(foreign)).isPresent();
        assertThat(audited("session.othersEnded", here)).containsExactly("done");
    }

    private UUID open(Caller caller) {
        return database.inTransaction(
                () ->
                        container
                                .get(SignInService.class)
                                .openSession(caller.personId(), "192.0.2.1", FIREFOX));
    }

    private List<SessionRow> list() {
        return database.inTransaction(() -> sessions.list(here));
    }

    private RefusalException refusalOfEnding(UUID handle) {
        return database.inTransaction(
                () -> catchThrowableOfType(RefusalException.class, () -> sessions.end(handle)));
    }

    private List<String> audited(String action, UUID session) {
        return new Statements(database.dataSource())
                .list(
                        "select outcome from audit_entry where action = ? and subject = ?",
                        row -> row.getString(1),
                        action,
                        session.toString());
    }
}

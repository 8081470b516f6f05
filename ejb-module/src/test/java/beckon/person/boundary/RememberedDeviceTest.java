package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AuthenticationService;
import beckon.person.SignInTest;
import beckon.person.entity.SessionRow;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.SignInStep;
import beckon.testing.Crowds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in where one is remembered. */
class RememberedDeviceTest extends SignInTest {

    private SignInService signIns;
    private SessionService sessions;
    private AuthenticationService authentication;

    @BeforeEach
    void openDoors() {
        signIns = container.get(SignInService.class);
        sessions = container.get(SessionService.class);
        authentication = container.get(AuthenticationService.class);
    }

    @Test
    void deviceIsRememberedOnlyIfAsked() {
        assertThat(in(() -> signIns.signIn(request(PASSWORD))).device()).isNull();
        assertThat(signIn().device()).isNotNull();
    }

    @Test
    void deviceOpensASessionWithoutThePasswordAndGetsAnotherToken() {
        SignInStep first = signIn();
        container.clock().move(Duration.ofDays(3));
        assertThat(authentication.findBySession(first.handle())).isEmpty();

        SignInStep back = resume(first.device()).orElseThrow();

        assertThat(authentication.findBySession(back.handle())).isPresent();
        assertThat(back.device()).isNotEqualTo(first.device());
        container.clock().move(Duration.ofDays(3));
        assertThat(resume(back.device())).isPresent();
    }

    @Test
    void passwordIsAskedForAgainAfterThirtyDays() {
        SignInStep step = signIn();
        container.clock().move(Duration.ofDays(29));
        String kept = resume(step.device()).orElseThrow().device();
        container.clock().move(Duration.ofDays(1));

        assertThat(resume(kept)).isEmpty();
    }

    @Test
    void tokenThatComesBackLateEndsTheDeviceWithAllItsSessionsAndItsOwnerIsTold() {
        String stolen = signIn().device();
        SignInStep mine = resume(stolen).orElseThrow();
        container.clock().move(Duration.ofMinutes(1));
        assertThat(authentication.findBySession(mine.handle())).isPresent();

        assertThat(resume(stolen)).isEmpty();

        assertThat(authentication.findBySession(mine.handle())).isEmpty();
        assertThat(resume(mine.device())).isEmpty();
        assertThat(mails()).containsExactly("notice DEVICE_COPIED");
    }

    @Test
    void twoTabsThatOpenAtOnceBothGetIn() {
        String kept = signIn().device();

        List<Optional<SignInStep>> both =
                Crowds.atOnce(2, () -> in(() -> signIns.resume(kept, visit(null))));

        assertThat(both).allMatch(Optional::isPresent);
        assertThat(both).filteredOn(step -> step.get().device() != null).hasSize(1);
        assertThat(mails()).isEmpty();
    }

    @Test
    void nonsenseOpensNothing() {
        String kept = signIn().device();

        assertThat(resume("")).isEmpty();
        assertThat(resume("x".repeat(80))).isEmpty();
        assertThat(resume(UUID.randomUUID() + kept.substring(36))).isEmpty();
        assertThat(resume(kept)).isPresent();
    }

    @Test
    void signingOutEndsTheDevice() {
        SignInStep step = signIn();

        database.inTransaction(() -> signIns.signOut(step.handle()));

        assertThat(resume(step.device())).isEmpty();
    }

    @Test
    void deviceWithoutASessionIsListedAndCanBeEnded() {
        SignInStep step = signIn();
        container.clock().move(Duration.ofDays(2));
        UUID here = open();
        List<SessionRow> rows = in(() -> sessions.list(here));
        assertThat(rows).extracting(SessionRow::remembered).containsExactly(false, true);

        database.inTransaction(() -> sessions.end(rows.get(1).handle()));

        assertThat(resume(step.device())).isEmpty();
        assertThat(in(() -> sessions.list(here))).hasSize(1);
    }

    @Test
    void endingItsSessionEndsTheDevice() {
        SignInStep step = signIn();
        UUID here = open();
        assertThat(in(() -> sessions.list(here))).hasSize(2);

        database.inTransaction(() -> sessions.end(step.handle()));

        assertThat(resume(step.device())).isEmpty();
    }

    @Test
    void endingAllOthersEndsTheirDevicesButNotTheOwn() {
        SignInStep other = signIn();
        SignInStep mine = signIn();

        database.inTransaction(() -> sessions.endOthers(mine.handle()));

        assertThat(resume(other.device())).isEmpty();
        assertThat(resume(mine.device())).isPresent();
    }

    @Test
    void whatTheDeviceKeepsIsPrintedAndStoredNowhere() {
        SignInStep step = signIn();

        assertThat(step.toString()).doesNotContain(step.device());
        assertThat(
                        statements()
                                .number(
                                        "select count(*) from remembered_device"
                                                + " where cast(token_hash as varchar) like ?",
                                        "%" + step.device().substring(37) + "%"))
                .isZero();
    }

    private SignInStep signIn() {
        return in(() -> signIns.signIn(new SignInRequest(email, PASSWORD, remote, FIREFOX, true)));
    }

    private Optional<SignInStep> resume(String kept) {
        return in(() -> signIns.resume(kept, visit(null)));
    }
}

package beckon.delivery.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.delivery.entity.Hold;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.Statements;
import beckon.testing.SilentQueue;
import beckon.testing.TestContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseTest extends DatabaseTest {

    @TempDir private Path data;
    private TestContainer container;
    private DeliveryService delivery;
    private Statements statements;
    private Pulse pulse;
    private long account;
    private UUID before;

    @BeforeEach
    void sendSomething() {
        container = node(data);
        statements = new Statements(database.dataSource());
        statements.update("delete from delivery_pulse");
        statements.update("delete from dispatch");
        statements.update("delete from delivery_hold");
        delivery = container.get(DeliveryService.class);
        pulse = container.get(Pulse.class);
        account = container.get(IdRepository.class).next();
        pulse.beat();
        before = enqueue();
    }

    @Test
    void databaseThatGoesOnSendsWhatItHas() {
        for (int i = 0; i < 3; i++) {
            container.clock().move(Duration.ofMinutes(1));
            pulse.beat();
        }

        assertThat(row(before).state()).isEqualTo(DispatchState.QUEUED);
        assertThat(delivery.findHold(account)).isEmpty();
    }

    @Test
    void databaseThatWentBackHoldsWhatItHadAndSendsWhatIsNew() {
        goBack();

        pulse.beat();
        UUID after = enqueue();
        pulse.beat();

        assertThat(row(before).state()).isEqualTo(DispatchState.DELAYED);
        assertThat(row(before).trouble()).isEqualTo(DispatchTrouble.HELD);
        assertThat(row(after).state()).isEqualTo(DispatchState.QUEUED);
        assertThat(delivery.findHold(account)).map(Hold::messages).contains(1);
        assertThat(due()).as("what the sweeper would take up").doesNotContain(before);
    }

    @Test
    void otherNodesDoNotHoldAgain(@TempDir Path theirs) {
        Pulse other = node(theirs).get(Pulse.class);
        container.clock().move(Duration.ofMinutes(1));
        other.beat();
        goBack();
        pulse.beat();
        UUID after = enqueue();

        other.beat();

        assertThat(row(after).state()).isEqualTo(DispatchState.QUEUED);
    }

    @Test
    void longStillnessIsTakenForARestore() {
        container.clock().move(Duration.ofHours(7));

        pulse.beat();

        assertThat(row(before).trouble()).isEqualTo(DispatchTrouble.HELD);
    }

    @Test
    void shortStillnessIsNone() {
        container.clock().move(Duration.ofHours(5));

        pulse.beat();

        assertThat(row(before).state()).isEqualTo(DispatchState.QUEUED);
    }

    @Test
    void operatorsWordHoldsToo() throws IOException {
        Files.createFile(data.resolve("restored"));

        pulse.beat();

        assertThat(row(before).trouble()).isEqualTo(DispatchTrouble.HELD);
        assertThat(data.resolve("restored")).doesNotExist();
    }

    @Test
    void adminsWordSendsOrWithdrawsOnesOwn() {
        long neighbour = container.get(IdRepository.class).next();
        UUID theirs = enqueue(neighbour);
        goBack();
        pulse.beat();

        assertThat(delivery.releaseHeld(account)).isEqualTo(1);
        assertThat(delivery.discardHeld(neighbour)).isEqualTo(1);

        assertThat(row(before).state()).isEqualTo(DispatchState.QUEUED);
        assertThat(due()).contains(before);
        assertThat(row(theirs).state()).isEqualTo(DispatchState.CANCELLED);
        assertThat(delivery.findHold(account)).isEmpty();
        assertThat(delivery.findHold(neighbour)).isEmpty();
    }

    @Test
    void whatIsSentAlreadyStaysSent() {
        statements.update(
                "update dispatch set state = 'SENT', due_at = null where reference = ?", before);
        goBack();

        pulse.beat();

        assertThat(row(before).state()).isEqualTo(DispatchState.SENT);
        assertThat(delivery.findHold(account)).isEmpty();
    }

    @Test
    void messagesOfNoAccountAreGivenUp() {
        UUID nobodys = enqueue(0);
        goBack();

        pulse.beat();

        assertThat(row(nobodys).state()).isEqualTo(DispatchState.CANCELLED);
    }

    /** As if a backup of some minutes ago had been put in the database's place. */
    private void goBack() {
        container.clock().move(Duration.ofMinutes(1));
        pulse.beat();
        container.clock().move(Duration.ofMinutes(5));
        pulse.beat();
        statements.update(
                "update delivery_pulse set beat = beat - 1, beat_at = ?",
                beckon.shared.persistence.InstantConverter.toColumn(
                        container.clock().instant().minus(Duration.ofMinutes(5))));
    }

    private TestContainer node(Path dataDir) {
        TestContainer node =
                new TestContainer(database, Map.of("BECKON_DATA_DIR", dataDir.toString()));
        if (container != null) {
            node.with(java.time.Clock.class, container.clock());
        }
        return node.with(DispatchQueue.class, new SilentQueue());
    }

    private UUID enqueue() {
        return enqueue(account);
    }

    private UUID enqueue(long of) {
        UUID reference = UUID.randomUUID();
        OutgoingMessage message =
                new OutgoingMessage(
                        of,
                        reference,
                        Channel.EMAIL,
                        "accepted",
                        "sam@else.example",
                        "en",
                        Map.of("memberName", "Sam", "accountName", "Acme"),
                        null,
                        container.clock().instant().plus(Duration.ofDays(7)));
        database.inTransaction(() -> delivery.enqueue(List.of(message)));
        return reference;
    }

    private DispatchRow row(UUID reference) {
        return delivery.listFor(reference).get(0);
    }

    private List<UUID> due() {
        return statements.list(
                "select reference from dispatch where due_at is not null",
                row -> row.getObject(1, UUID.class));
    }
}

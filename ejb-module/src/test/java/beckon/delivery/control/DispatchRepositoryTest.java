package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;
import static beckon.delivery.DeliveryFixtures.invitation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.delivery.entity.OutgoingMessage;
import beckon.delivery.entity.Settlement;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchRepositoryTest extends DatabaseTest {

    private static final Instant WINDOW_END = NOON.plusSeconds(20);
    private static final Instant LEASE_END = NOON.plusSeconds(40);

    private final UUID reference = UUID.randomUUID();
    private final UUID lease = UUID.randomUUID();
    private DispatchRepository dispatches;
    private ClaimRepository claims;

    @BeforeEach
    void connect() {
        dispatches =
                new DispatchRepository(
                        database.dataSource(), new IdRepository(database.dataSource()));
        claims = claims(database);
    }

    static ClaimRepository claims(TestDatabase database) {
        return new ClaimRepository(
                database.dataSource(), new DoubtRepository(database.dataSource()));
    }

    private List<Long> queued(int number) {
        List<OutgoingMessage> messages =
                IntStream.range(0, number)
                        .mapToObj(i -> invitation(reference, "bob" + i + "@other.example"))
                        .toList();
        return database.inTransaction(
                () -> dispatches.add(messages, "beckon.example", NOON, WINDOW_END));
    }

    private List<Dispatch> claim(List<Long> ids, UUID claimer) {
        return database.inTransaction(
                () -> claims.claim(Channel.EMAIL, ids, claimer, LEASE_END, NOON));
    }

    private void settle(Dispatch dispatch, DispatchState state, Instant next) {
        Settlement settlement =
                new Settlement(
                        dispatch.id(), state, next, 250, "2.0.0 taken", null, NOON.plusSeconds(1));
        database.inTransaction(() -> claims.settle(lease, List.of(settlement)));
    }

    /** What is due at {@code now}, of the rows that this test has made. */
    private List<Long> requeued(List<Long> own, Instant now) {
        List<Long> due =
                new ArrayList<>(
                        database
                                .inTransaction(
                                        () ->
                                                claims.requeueDue(
                                                        now, now.plusSeconds(20), now, 10_000))
                                .stream()
                                .map(ClaimRepository.Due::id)
                                .toList());
        due.retainAll(own);
        return due;
    }

    private DispatchRow onlyRow() {
        List<DispatchRow> rows = dispatches.listRows(Set.of(reference));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void claimedIsReadAsItWasWritten() {
        List<Long> ids = queued(3);

        List<Dispatch> claimed = claim(ids, lease);

        assertThat(claimed).extracting(Dispatch::id).containsExactlyElementsOf(ids);
        assertThat(claimed).extracting(Dispatch::messageId).doesNotHaveDuplicates();
        Dispatch first = claimed.get(0);
        OutgoingMessage message = invitation(reference, "bob0@other.example");
        assertThat(first.model()).isEqualTo(message.model());
        assertThat(first.recipient()).isEqualTo("bob0@other.example");
        assertThat(first.expiresAt()).isEqualTo(message.expiresAt());
        assertThat(first.tokenSource().nonce()).isEqualTo(message.tokenSource().nonce());
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.messageId()).endsWith("@beckon.example");
    }

    @Test
    void rolledBackMessagesDoNotExist() {
        List<Long> ids = new ArrayList<>();
        try {
            database.inTransaction(
                    () -> {
                        ids.addAll(
                                dispatches.add(
                                        List.of(invitation(reference, "bob@other.example")),
                                        "beckon.example",
                                        NOON,
                                        WINDOW_END));
                        throw new IllegalArgumentException("refused");
                    });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("refused");
        }

        assertThat(dispatches.isKnown(ids)).isFalse();
        assertThat(claim(ids, lease)).isEmpty();
    }

    @Test
    void secondClaimerGetsNothing() {
        List<Long> ids = queued(2);
        claim(ids, lease);

        assertThat(claim(ids, UUID.randomUUID())).isEmpty();
    }

    @Test
    void hundredClaimersShareWithoutDoubles() throws Exception {
        List<Long> ids = queued(20);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            Callable<List<Dispatch>> attempt = () -> claim(ids, UUID.randomUUID());
            List<Long> claimed = new ArrayList<>();
            for (Future<List<Dispatch>> each :
                    threads.invokeAll(java.util.Collections.nCopies(100, attempt))) {
                each.get().forEach(dispatch -> claimed.add(dispatch.id()));
            }
            assertThat(claimed).containsExactlyInAnyOrderElementsOf(ids);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void expiredIsNotClaimed() {
        OutgoingMessage late = invitation(reference, "bob@other.example", NOON);
        List<Long> ids =
                database.inTransaction(
                        () -> dispatches.add(List.of(late), "beckon.example", NOON, WINDOW_END));

        assertThat(claim(ids, lease)).isEmpty();
        assertThat(requeued(ids, WINDOW_END)).isEqualTo(ids);
        assertThat(onlyRow().state()).isEqualTo(DispatchState.FAILED);
        assertThat(onlyRow().answer()).contains("expired");
        assertThat(onlyRow().trouble()).isEqualTo(DispatchTrouble.EXPIRED);
    }

    @Test
    void settledShowsTheAnswerAndIsNeverDueAgain() {
        List<Long> ids = queued(1);
        settle(claim(ids, lease).get(0), DispatchState.SENT, null);

        assertThat(onlyRow())
                .isEqualTo(
                        new DispatchRow(
                                reference,
                                Channel.EMAIL,
                                DispatchState.SENT,
                                1,
                                250,
                                "2.0.0 taken",
                                null,
                                null,
                                NOON.plusSeconds(1)));
        assertThat(requeued(ids, NOON.plus(Duration.ofDays(6)))).isEmpty();
    }

    @Test
    void eachOfABatchIsSettledWithItsOwnAnswer() {
        List<Dispatch> claimed = claim(queued(4), lease);
        List<Settlement> settlements =
                List.of(
                        settlement(claimed.get(0), DispatchState.SENT, 250, "taken as 1"),
                        settlement(claimed.get(1), DispatchState.DELAYED, 451, "later"),
                        settlement(claimed.get(2), DispatchState.SENT, 251, "taken as 3"),
                        settlement(claimed.get(3), DispatchState.SENT, null, null));

        database.inTransaction(() -> claims.settle(lease, settlements));

        assertThat(dispatches.listRows(Set.of(reference)))
                .extracting(DispatchRow::state, DispatchRow::answerCode, DispatchRow::answer)
                .containsExactlyInAnyOrder(
                        tuple(DispatchState.SENT, 250, "taken as 1"),
                        tuple(DispatchState.DELAYED, 451, "later"),
                        tuple(DispatchState.SENT, 251, "taken as 3"),
                        tuple(DispatchState.SENT, null, null));
    }

    private static Settlement settlement(
            Dispatch dispatch, DispatchState state, Integer code, String answer) {
        Instant next = state == DispatchState.DELAYED ? NOON.plusSeconds(60) : null;
        return new Settlement(dispatch.id(), state, next, code, answer, null, NOON);
    }

    @Test
    void delayedIsDueAtItsNextAttempt() {
        List<Long> ids = queued(1);
        Instant next = NOON.plusSeconds(60);
        settle(claim(ids, lease).get(0), DispatchState.DELAYED, next);

        assertThat(onlyRow().nextAttemptAt()).isEqualTo(next);
        assertThat(requeued(ids, next.minusMillis(1))).isEmpty();
        assertThat(requeued(ids, next)).isEqualTo(ids);
        assertThat(claim(ids, UUID.randomUUID()))
                .singleElement()
                .satisfies(again -> assertThat(again.attempts()).isEqualTo(2));
    }

    @Test
    void courierThatNeverArrivedIsReplacedAfterItsWindow() {
        List<Long> ids = queued(1);

        assertThat(requeued(ids, WINDOW_END.minusMillis(1))).isEmpty();
        assertThat(requeued(ids, WINDOW_END)).isEqualTo(ids);
        assertThat(requeued(ids, WINDOW_END)).as("another courier is on its way").isEmpty();
    }

    @Test
    void deadConsumersClaimGoesToAnotherWithTheSameMessageId() {
        List<Long> ids = queued(1);
        Dispatch first = claim(ids, lease).get(0);

        assertThat(requeued(ids, LEASE_END.minusMillis(1))).isEmpty();
        assertThat(requeued(ids, LEASE_END)).isEqualTo(ids);
        Dispatch second = claim(ids, UUID.randomUUID()).get(0);
        settle(first, DispatchState.SENT, null);

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(onlyRow().state()).as("the first has lost it").isEqualTo(DispatchState.SENDING);
    }

    @Test
    void prolongedLeaseIsNotDueAtItsFirstEnd() {
        List<Long> ids = queued(1);
        claim(ids, lease);

        database.inTransaction(() -> claims.prolong(lease, ids, LEASE_END.plusSeconds(40)));

        assertThat(requeued(ids, LEASE_END)).isEmpty();
    }

    @Test
    void withdrawnIsNotSent() {
        List<Long> ids = queued(1);

        database.inTransaction(() -> dispatches.cancel(reference, NOON));

        assertThat(claim(ids, lease)).isEmpty();
        assertThat(onlyRow().state()).isEqualTo(DispatchState.CANCELLED);
        assertThat(requeued(ids, NOON.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void consumerLearnsOfWhatIsWithdrawnMeanwhile() {
        List<Long> ids = queued(2);
        claim(ids, lease);
        assertThat(claims.listStillClaimed(lease, ids)).containsExactlyInAnyOrderElementsOf(ids);

        database.inTransaction(() -> dispatches.cancel(reference, NOON));

        assertThat(claims.listStillClaimed(lease, ids)).isEmpty();
    }

    @Test
    void withdrawnButAlreadyInFlightIsShownAsSent() {
        Dispatch claimed = claim(queued(1), lease).get(0);
        database.inTransaction(() -> dispatches.cancel(reference, NOON));

        settle(claimed, DispatchState.SENT, null);

        assertThat(onlyRow().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void withdrawnAndDelayedStaysWithdrawn() {
        Dispatch claimed = claim(queued(1), lease).get(0);
        database.inTransaction(() -> dispatches.cancel(reference, NOON));

        settle(claimed, DispatchState.DELAYED, NOON.plusSeconds(60));

        assertThat(onlyRow().state()).isEqualTo(DispatchState.CANCELLED);
    }

    @Test
    void sentCannotBeWithdrawn() {
        settle(claim(queued(1), lease).get(0), DispatchState.SENT, null);

        database.inTransaction(() -> dispatches.cancel(reference, NOON));

        assertThat(onlyRow().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void unknownIdsAreNoticed() {
        List<Long> ids = queued(2);

        assertThat(dispatches.isKnown(ids)).isTrue();
        assertThat(dispatches.isKnown(List.of(ids.get(0), ids.get(0)))).isTrue();
        assertThat(dispatches.isKnown(List.of(ids.get(0), Long.MAX_VALUE))).isFalse();
    }
}

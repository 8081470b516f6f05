package beckon.shared.persistence;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitRepositoryTest extends DatabaseTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final String bucket = "test:" + UUID.randomUUID();
    private RateLimitRepository limits;

    @BeforeEach
    void connect() {
        limits = new RateLimitRepository(database.dataSource());
    }

    @Test
    void takesAsManyAsTheLimitAllows() {
        assertThat(limits.take(bucket, 3, HOUR, NOON, 2)).isTrue();
        assertThat(limits.take(bucket, 3, HOUR, NOON, 2)).isFalse();
        assertThat(limits.take(bucket, 3, HOUR, NOON, 1)).isTrue();
        assertThat(limits.take(bucket, 3, HOUR, NOON, 1)).isFalse();
    }

    @Test
    void moreThanTheLimitAtOnceIsRefusedAndTakesNothing() {
        assertThat(limits.take(bucket, 3, HOUR, NOON, 4)).isFalse();
        assertThat(limits.take(bucket, 3, HOUR, NOON, 3)).isTrue();
    }

    @Test
    void windowOpensAnewAtItsVeryEnd() {
        limits.take(bucket, 1, HOUR, NOON, 1);

        assertThat(limits.take(bucket, 1, HOUR, NOON.plus(HOUR).minusMillis(1), 1)).isFalse();
        assertThat(limits.take(bucket, 1, HOUR, NOON.plus(HOUR), 1)).isTrue();
        assertThat(limits.findWindowEnd(bucket, NOON.plus(HOUR)))
                .contains(NOON.plus(HOUR).plus(HOUR));
    }

    @Test
    void refusedTransactionGivesBackWhatItTook() {
        try {
            database.inTransaction(
                    () -> {
                        limits.take(bucket, 1, HOUR, NOON, 1);
                        throw new IllegalArgumentException("refused");
                    });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("refused");
        }

        assertThat(limits.take(bucket, 1, HOUR, NOON, 1)).isTrue();
    }

    @Test
    void nobodyIsRefusedBecauseOthersAreForgivenMeanwhile() {
        Callable<Boolean> some =
                () -> {
                    boolean all = true;
                    for (int i = 0; i < 100; i++) {
                        all &= limits.take(bucket, 8, HOUR, NOON, 1);
                        limits.clear(bucket);
                    }
                    return all;
                };

        assertThat(atOnce(8, some)).containsOnly(true);
    }

    @Test
    void clearedAndPurgedBucketsAreEmpty() {
        limits.take(bucket, 1, HOUR, NOON, 1);
        limits.clear(bucket);
        assertThat(limits.take(bucket, 1, HOUR, NOON, 1)).isTrue();

        limits.purge(NOON.plus(HOUR));
        assertThat(limits.findWindowEnd(bucket, NOON)).isEmpty();
    }

    @Test
    void hundredAtOnceTakeExactlyTheLimit() throws Exception {
        Callable<Boolean> attempt =
                () -> database.inTransaction(() -> limits.take(bucket, 37, HOUR, NOON, 1));

        assertThat(atOnce(100, attempt)).filteredOn(taken -> taken).hasSize(37);
    }
}

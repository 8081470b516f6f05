package beckon.delivery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The circuit breaker: how the texts of each account to each country have fared lately.
 *
 * <p>Counted here and written down now and then, at once where it looks bad: what a crash takes
 * along is a few seconds of good news.
 */
@ApplicationScoped
public class TextTally {

    private static final int ENOUGH = 20;
    private static final Duration LATELY = Duration.ofHours(1);
    private static final long SLOT_SECONDS = 600;

    private final Map<Key, Count> unwritten = new HashMap<>();
    private TextTallyRepository tallies;

    protected TextTally() {}

    @Inject
    public TextTally(TextTallyRepository tallies) {
        this.tallies = tallies;
    }

    /** Whose texts to where. */
    public record Key(long accountId, String country) {}

    /** How many have come to an end, and how many of these to a bad one. */
    public record Count(int settled, int failed) {

        Count plus(Count more) {
            return new Count(settled + more.settled, failed + more.failed);
        }

        boolean isBad() {
            return settled >= ENOUGH && failed * 2 > settled;
        }
    }

    /** Whether most of the last hour's came to nothing. */
    public boolean isBad(long accountId, String country, Instant now) {
        return tallies.sum(new Key(accountId, country), now.minus(LATELY)).isBad();
    }

    /** The countries to which most of an account's texts came to nothing in the last hour. */
    public List<String> listBad(long accountId, Instant now) {
        return tallies.listSums(accountId, now.minus(LATELY)).entrySet().stream()
                .filter(sum -> sum.getValue().isBad())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Counts texts that were taken or refused; failed ones that had been taken count as failed. */
    void add(Map<Key, Count> counts, Instant now) {
        boolean bad = false;
        synchronized (unwritten) {
            for (Map.Entry<Key, Count> count : counts.entrySet()) {
                Count sum = unwritten.merge(count.getKey(), count.getValue(), Count::plus);
                bad |= sum.failed * 2 > sum.settled;
            }
        }
        if (bad) {
            flush(now);
        }
    }

    /** Writes down what was counted since the last time. */
    void flush(Instant now) {
        Map<Key, Count> counts;
        synchronized (unwritten) {
            counts = Map.copyOf(unwritten);
            unwritten.clear();
        }
        if (!counts.isEmpty()) {
            long slot = Math.floorDiv(now.getEpochSecond(), SLOT_SECONDS) * SLOT_SECONDS;
            tallies.add(counts, Instant.ofEpochSecond(slot));
        }
    }

    /** Forgets what was long ago. */
    void purge(Instant now) {
        tallies.purge(now.minus(LATELY.multipliedBy(2)));
    }
}

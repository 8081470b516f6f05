package beckon.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Counts what is limited, in the database, so that all nodes together let exactly as many through.
 *
 * <p>A window opens with the first take and closes after its length. The name of a bucket says what
 * is limited and for whom ({@code signIn.person:…}), hashed where that is personal.
 */
@ApplicationScoped
public class RateLimitRepository {

    private static final String TAKE =
            "update rate_limit set"
                    + " used = case when window_end <= ? then ? else used + ? end,"
                    + " window_end = case when window_end <= ? then ? else window_end end"
                    + " where bucket = ? and (window_end <= ? or used + ? <= ?)";
    private static final String OPEN =
            "insert into rate_limit (bucket, window_end, used) values (?, ?, ?)"
                    + " on conflict do nothing";

    private Statements statements;

    protected RateLimitRepository() {}

    @Inject
    public RateLimitRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * Takes {@code amount} of what the bucket has left, or nothing; undone if the caller's
     * transaction is.
     *
     * @return whether there was enough
     */
    public boolean take(String bucket, int limit, Duration window, Instant now, int amount) {
        if (amount > limit) {
            return false;
        }
        LocalDateTime at = InstantConverter.toColumn(now);
        LocalDateTime end = InstantConverter.toColumn(now.plus(window));
        Object[] take = values(new Take(bucket, limit, amount), at, end);
        // the bucket of a newcomer is missing, and two may open it at once
        return statements.update(TAKE, take) > 0
                || statements.update(OPEN, bucket, end, amount) > 0
                || statements.update(TAKE, take) > 0;
    }

    /** The same in a transaction of its own: what is taken stays so, even if the caller refuses. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean takeForGood(String bucket, int limit, Duration window, Instant now, int amount) {
        return take(bucket, limit, window, now, amount);
    }

    /** Takes back what was counted in vain. */
    public void giveBack(String bucket, int amount) {
        statements.update(
                "update rate_limit set used = used - ? where bucket = ? and used >= ?",
                amount,
                bucket,
                amount);
    }

    /**
     * Opens buckets that nobody has taken from yet, one taken of each, in one statement.
     *
     * @return whether all were opened; if not, somebody else has just opened one
     */
    public boolean openAll(Collection<String> buckets, Duration window, Instant now) {
        String sql =
                "insert into rate_limit (bucket, window_end, used) values "
                        + String.join(", ", Collections.nCopies(buckets.size(), "(?, ?, 1)"))
                        + " on conflict do nothing";
        LocalDateTime end = InstantConverter.toColumn(now.plus(window));
        Object[] values = buckets.stream().flatMap(bucket -> Stream.of(bucket, end)).toArray();
        return statements.update(sql, values) == buckets.size();
    }

    /**
     * Takes one of each bucket that has one left, in one batch.
     *
     * @return the buckets that have nothing left
     */
    public Set<String> takeAll(
            Collection<String> buckets, int limit, Duration window, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        LocalDateTime end = InstantConverter.toColumn(now.plus(window));
        return untouched(
                TAKE, buckets.stream(), bucket -> values(new Take(bucket, limit, 1), at, end));
    }

    /**
     * What is to be taken from one bucket.
     *
     * @param limit how much there is in a window
     */
    public record Take(String bucket, int limit, int amount) {}

    /**
     * Takes all of these, in one batch if their buckets are open, in their order.
     *
     * @return whether all were taken; if not, the caller is to undo those that were
     */
    public boolean takeTogether(List<Take> takes, Duration window, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        LocalDateTime end = InstantConverter.toColumn(now.plus(window));
        if (takes.stream().anyMatch(take -> take.amount() > take.limit())) {
            return false;
        }
        int[] taken = statements.batch(TAKE, takes.stream().map(take -> values(take, at, end)));
        return IntStream.range(0, taken.length)
                .allMatch(i -> taken[i] > 0 || take(takes.get(i), window, now));
    }

    private boolean take(Take take, Duration window, Instant now) {
        return take(take.bucket(), take.limit(), window, now, take.amount());
    }

    private static Object[] values(Take take, LocalDateTime at, LocalDateTime end) {
        int amount = take.amount();
        return new Object[] {at, amount, amount, at, end, take.bucket(), at, amount, take.limit()};
    }

    /**
     * Takes from each bucket the amount wanted of it, or nothing of that bucket, in a few
     * statements however many there are.
     *
     * @return the buckets that have too little left
     */
    public Set<String> takeEach(
            SortedMap<String, Integer> amounts, int limit, Duration window, Instant now) {
        Map<String, Integer> open = lockOpen(amounts.keySet(), now);
        Set<String> tooLittle = new TreeSet<>();
        SortedMap<Integer, List<String>> taken = new TreeMap<>();
        SortedMap<String, Integer> closed = new TreeMap<>();
        amounts.forEach(
                (bucket, amount) -> {
                    if (amount > limit || open.getOrDefault(bucket, 0) > limit - amount) {
                        tooLittle.add(bucket);
                    } else if (open.containsKey(bucket)) {
                        taken.computeIfAbsent(amount, any -> new ArrayList<>()).add(bucket);
                    } else {
                        closed.put(bucket, amount);
                    }
                });
        taken.forEach(this::add);
        tooLittle.addAll(takeFromNew(closed, limit, window, now));
        return tooLittle;
    }

    /** What has been taken of those that are open, which nobody else changes till the commit. */
    private Map<String, Integer> lockOpen(Collection<String> buckets, Instant now) {
        Map<String, Integer> used = new HashMap<>();
        if (!buckets.isEmpty()) {
            statements.list(
                    "select bucket, used, window_end > ? from rate_limit where bucket = any(?)"
                            + " order by bucket for update",
                    row -> row.getBoolean(3) ? used.put(row.getString(1), row.getInt(2)) : null,
                    InstantConverter.toColumn(now),
                    buckets);
        }
        return used;
    }

    private void add(int amount, List<String> buckets) {
        statements.update(
                "update rate_limit set used = used + ? where bucket = any(?)", amount, buckets);
    }

    /** Opened with nothing taken, those of newcomers are like the others. */
    private Set<String> takeFromNew(
            SortedMap<String, Integer> amounts, int limit, Duration window, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        LocalDateTime end = InstantConverter.toColumn(now.plus(window));
        if (!amounts.isEmpty()) {
            statements.batch(
                    OPEN, amounts.keySet().stream().map(bucket -> new Object[] {bucket, end, 0}));
        }
        return untouched(
                TAKE,
                amounts.keySet().stream(),
                bucket -> values(new Take(bucket, limit, amounts.get(bucket)), at, end));
    }

    /** Those of the buckets that the statement does not change. */
    private Set<String> untouched(
            String sql, Stream<String> buckets, Function<String, Object[]> values) {
        List<String> asked = buckets.toList();
        Set<String> untouched = new TreeSet<>();
        if (!asked.isEmpty()) {
            int[] changed = statements.batch(sql, asked.stream().map(values));
            IntStream.range(0, changed.length)
                    .filter(i -> changed[i] == 0)
                    .mapToObj(asked::get)
                    .forEach(untouched::add);
        }
        return untouched;
    }

    /** How many the bucket has left at this moment. */
    public int left(String bucket, int limit, Instant now) {
        return statements
                .find(
                        "select used from rate_limit where bucket = ? and window_end > ?",
                        row -> limit - row.getInt(1),
                        bucket,
                        InstantConverter.toColumn(now))
                .orElse(limit);
    }

    /**
     * What has been taken lately from the buckets whose names begin so, the fullest first.
     *
     * @param begin ends in a colon
     * @param atLeast those with less are left out
     */
    public Map<String, Integer> listUsed(String begin, int atLeast, int most, Instant now) {
        Map<String, Integer> used = new LinkedHashMap<>();
        // the colon's successor: the bucket's index finds a beginning as a range
        String end = begin.substring(0, begin.length() - 1) + ';';
        statements.list(
                "select bucket, used from rate_limit where bucket > ? and bucket < ?"
                        + " and used >= ? and window_end > ? order by used desc, bucket limit ?",
                row -> used.put(row.getString(1).substring(begin.length()), row.getInt(2)),
                begin,
                end,
                atLeast,
                InstantConverter.toColumn(now),
                most);
        return used;
    }

    /** When the open window closes; empty if nothing has been taken lately. */
    public Optional<Instant> findWindowEnd(String bucket, Instant now) {
        return statements.find(
                "select window_end from rate_limit where bucket = ? and window_end > ?",
                row -> InstantConverter.toMoment(row.getObject(1, LocalDateTime.class)),
                bucket,
                InstantConverter.toColumn(now));
    }

    /** Minutes until a bucket opens again, begun ones counting whole. */
    public long minutesToWait(String bucket, Instant now) {
        return findWindowEnd(bucket, now)
                .map(end -> Duration.between(now, end).plusSeconds(59).toMinutes())
                .orElse(1L);
    }

    /**
     * Forgets what was taken of a bucket, such as the failed attempts of somebody who has signed
     * in. It stays, closed long ago: were it gone, those who take from it now would be refused.
     */
    public void clear(String bucket) {
        statements.update(
                "update rate_limit set used = 0, window_end = ? where bucket = ?",
                InstantConverter.toColumn(Instant.EPOCH),
                bucket);
    }

    /** Deletes the windows that have closed. */
    public void purge(Instant now) {
        statements.update(
                "delete from rate_limit where window_end <= ?", InstantConverter.toColumn(now));
    }
}

package beckon.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
        Object[] take = {at, amount, amount, at, end, bucket, at, amount, limit};
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
        int[] taken =
                statements.batch(
                        TAKE,
                        buckets.stream()
                                .map(
                                        bucket ->
                                                new Object[] {
                                                    at, 1, 1, at, end, bucket, at, 1, limit
                                                }));
        Set<String> empty = new HashSet<>();
        int i = 0;
        for (String bucket : buckets) {
            if (taken[i++] == 0) {
                empty.add(bucket);
            }
        }
        return empty;
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

    /** When the open window closes; empty if nothing has been taken lately. */
    public Optional<Instant> findWindowEnd(String bucket, Instant now) {
        return statements.find(
                "select window_end from rate_limit where bucket = ? and window_end > ?",
                row -> InstantConverter.toMoment(row.getObject(1, LocalDateTime.class)),
                bucket,
                InstantConverter.toColumn(now));
    }

    /** Forgets a bucket, such as the failed attempts of somebody who has signed in. */
    public void clear(String bucket) {
        statements.update("delete from rate_limit where bucket = ?", bucket);
    }

    /** Deletes the windows that have closed. */
    public void purge(Instant now) {
        statements.update(
                "delete from rate_limit where window_end <= ?", InstantConverter.toColumn(now));
    }
}

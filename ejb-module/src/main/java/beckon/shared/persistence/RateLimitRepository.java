package beckon.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    private DataSource dataSource;

    protected RateLimitRepository() {}

    @Inject
    public RateLimitRepository(DataSource dataSource) {
        this.dataSource = dataSource;
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
        try (Connection connection = dataSource.getConnection()) {
            Object[] take = {at, amount, amount, at, end, bucket, at, amount, limit};
            // the bucket of a newcomer is missing, and two may open it at once
            return update(connection, TAKE, take)
                    || update(connection, OPEN, bucket, end, amount)
                    || update(connection, TAKE, take);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count against a limit", e);
        }
    }

    /** The same in a transaction of its own: what is taken stays so, even if the caller refuses. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean takeForGood(String bucket, int limit, Duration window, Instant now, int amount) {
        return take(bucket, limit, window, now, amount);
    }

    /** Takes back what was counted in vain. */
    public void giveBack(String bucket, int amount) {
        try (Connection connection = dataSource.getConnection()) {
            update(
                    connection,
                    "update rate_limit set used = used - ? where bucket = ? and used >= ?",
                    amount,
                    bucket,
                    amount);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot give back to a limit", e);
        }
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int next = 1;
            for (String bucket : buckets) {
                insert.setString(next++, bucket);
                insert.setObject(next++, end);
            }
            return insert.executeUpdate() == buckets.size();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count against limits", e);
        }
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            for (String bucket : buckets) {
                bind(update, at, 1, 1, at, end, bucket, at, 1, limit);
                update.addBatch();
            }
            int[] taken = update.executeBatch();
            Set<String> empty = new HashSet<>();
            int i = 0;
            for (String bucket : buckets) {
                if (taken[i++] == 0) {
                    empty.add(bucket);
                }
            }
            return empty;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count against limits", e);
        }
    }

    /** How many the bucket has left at this moment. */
    public int left(String bucket, int limit, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select used from rate_limit"
                                        + " where bucket = ? and window_end > ?")) {
            bind(select, bucket, InstantConverter.toColumn(now));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? limit - rows.getInt(1) : limit;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a limit", e);
        }
    }

    /** When the open window closes; empty if nothing has been taken lately. */
    public Optional<Instant> findWindowEnd(String bucket, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select window_end from rate_limit"
                                        + " where bucket = ? and window_end > ?")) {
            statement.setString(1, bucket);
            statement.setObject(2, InstantConverter.toColumn(now));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                InstantConverter.toMoment(rows.getObject(1, LocalDateTime.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a limit", e);
        }
    }

    /** Forgets a bucket, such as the failed attempts of somebody who has signed in. */
    public void clear(String bucket) {
        try (Connection connection = dataSource.getConnection()) {
            update(connection, "delete from rate_limit where bucket = ?", bucket);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot clear a limit", e);
        }
    }

    /** Deletes the windows that have closed. */
    public void purge(Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            update(
                    connection,
                    "delete from rate_limit where window_end <= ?",
                    InstantConverter.toColumn(now));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot purge limits", e);
        }
    }

    private static boolean update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate() > 0;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}

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
import java.util.Optional;
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
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        }
    }
}

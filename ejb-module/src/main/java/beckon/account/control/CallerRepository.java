package beckon.account.control;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Who a session or an API token stands for.
 *
 * <p>Every request asks, so it is one statement. What has not chosen an account yet gets the
 * person's oldest one, and keeps it.
 */
@ApplicationScoped
public class CallerRepository {

    private static final Duration IDLE = Duration.ofMinutes(30);

    /** A session's last use is written no more often than this. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private static final String MEMBER =
            " join membership m on m.person_id = s.person_id"
                    + " and (s.membership_id is null or s.membership_id = m.id)"
                    + " join account a on a.id = m.account_id"
                    + " where m.deactivated_at is null and a.closed_at is null"
                    + " and (m.ends_at is null or m.ends_at > ?)";

    private static final String BY_SESSION =
            "select m.account_id, m.id, m.person_id, m.kind, s.last_seen_at, s.membership_id"
                    + " from sign_in_session s"
                    + MEMBER
                    + " and s.handle = ? and s.ended_at is null"
                    + " and s.expires_at > ? and s.last_seen_at > ?"
                    + " order by m.joined_at, m.id limit 1";

    private static final String PERSON =
            "select person_id from sign_in_session"
                    + " where handle = ? and ended_at is null"
                    + " and expires_at > ? and last_seen_at > ?";

    private static final String BY_TOKEN =
            "select m.account_id, m.id, m.person_id, m.kind, s.last_used_at, "
                    + SecondStepDutyRepository.IS_DUE
                    + " from api_token s"
                    + MEMBER
                    + " and s.token_hash = ? and s.revoked_at is null and s.expires_at > ?"
                    + " order by m.joined_at, m.id limit 1";

    private static final String SEEN =
            "update sign_in_session set last_seen_at = ?, membership_id = coalesce(membership_id, ?)"
                    + " where handle = ?";

    private static final String USED = "update api_token set last_used_at = ? where token_hash = ?";

    private static final String PLACE =
            " from membership m join account a on a.id = m.account_id"
                    + " where m.handle = ? and m.deactivated_at is null and a.closed_at is null"
                    + " and (m.ends_at is null or m.ends_at > ?)";

    private static final String SWITCH =
            "update sign_in_session set membership_id = (select m.id"
                    + PLACE
                    + ") where handle = ? and ended_at is null and person_id = (select m.person_id"
                    + PLACE
                    + ")";

    private DataSource dataSource;

    protected CallerRepository() {}

    @Inject
    public CallerRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The member of a live session, whose use is noted. */
    public Optional<Caller> findBySession(UUID session, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_SESSION)) {
            select.setObject(1, InstantConverter.toColumn(now));
            select.setObject(2, session);
            select.setObject(3, InstantConverter.toColumn(now));
            select.setObject(4, InstantConverter.toColumn(now.minus(IDLE)));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Caller caller = caller(rows);
                Instant seen = InstantConverter.toMoment(rows.getObject(5, LocalDateTime.class));
                boolean undecided = rows.getObject(6) == null;
                if (undecided || !seen.plus(SEEN_AGAIN).isAfter(now)) {
                    noteUse(connection, session, caller, now);
                }
                return Optional.of(caller);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a session", e);
        }
    }

    /** Whose live session it is, with a place in an account or without. */
    public Optional<Long> findPersonBySession(UUID session, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PERSON)) {
            select.setObject(1, session);
            select.setObject(2, InstantConverter.toColumn(now));
            select.setObject(3, InstantConverter.toColumn(now.minus(IDLE)));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read whose session it is", e);
        }
    }

    /** The member whose live API token has this hash, unless they owe a second step. */
    public Optional<Caller> findByApiToken(byte[] hash, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_TOKEN)) {
            select.setObject(1, InstantConverter.toColumn(now));
            select.setBytes(2, hash);
            select.setObject(3, InstantConverter.toColumn(now));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next() || rows.getBoolean(6)) {
                    return Optional.empty();
                }
                Caller caller = caller(rows);
                LocalDateTime used = rows.getObject(5, LocalDateTime.class);
                if (used == null
                        || !InstantConverter.toMoment(used).plus(SEEN_AGAIN).isAfter(now)) {
                    noteUse(connection, hash, now);
                }
                return Optional.of(caller);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read an API token", e);
        }
    }

    /** Lets the session act for another membership of the same person; false if there is none. */
    public boolean switchTo(UUID session, UUID membership, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(SWITCH)) {
            update.setObject(1, membership);
            update.setObject(2, InstantConverter.toColumn(now));
            update.setObject(3, session);
            update.setObject(4, membership);
            update.setObject(5, InstantConverter.toColumn(now));
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot switch the account", e);
        }
    }

    private static void noteUse(Connection connection, byte[] tokenHash, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(USED)) {
            update.setObject(1, InstantConverter.toColumn(now));
            update.setBytes(2, tokenHash);
            update.executeUpdate();
        }
    }

    private static void noteUse(Connection connection, UUID session, Caller caller, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SEEN)) {
            update.setObject(1, InstantConverter.toColumn(now));
            update.setLong(2, caller.membershipId());
            update.setObject(3, session);
            update.executeUpdate();
        }
    }

    private static Caller caller(ResultSet rows) throws SQLException {
        return new Caller(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                MemberKind.valueOf(rows.getString(4)));
    }
}

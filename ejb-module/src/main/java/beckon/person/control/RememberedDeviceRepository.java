package beckon.person.control;

import beckon.person.entity.Visit;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The browsers that need not ask for the password again. */
@ApplicationScoped
public class RememberedDeviceRepository {

    private static final String LIVE = " series = ? and ended_at is null and expires_at > ?";

    private Statements statements;

    protected RememberedDeviceRepository() {}

    @Inject
    public RememberedDeviceRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * What a row keeps.
     *
     * @param previousHash of the token before; may be null
     */
    record Device(long id, long personId, byte[] previousHash, Instant rotatedAt) {}

    void add(
            long id,
            UUID series,
            long personId,
            byte[] tokenHash,
            Visit visit,
            Instant now,
            Instant expiresAt) {
        LocalDateTime at = InstantConverter.toColumn(now);
        statements.update(
                "insert into remembered_device (id, handle, series, person_id, token_hash,"
                        + " rotated_at, user_agent, remote, created_at, last_seen_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                UUID.randomUUID(),
                series,
                personId,
                tokenHash,
                at,
                visit.userAgent(),
                visit.remote(),
                at,
                at,
                InstantConverter.toColumn(expiresAt));
    }

    /** Puts another token in the place of this one; false if this is not the one that counts. */
    boolean rotate(UUID series, byte[] tokenHash, byte[] nextHash, String remote, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        return statements.update(
                        "update remembered_device set previous_hash = token_hash, token_hash = ?,"
                                + " rotated_at = ?, last_seen_at = ?, remote = ?"
                                + " where token_hash = ? and"
                                + LIVE,
                        nextHash,
                        at,
                        at,
                        remote,
                        tokenHash,
                        series,
                        at)
                == 1;
    }

    Optional<Device> findLive(UUID series, Instant now) {
        return statements.find(
                "select id, person_id, previous_hash, rotated_at from remembered_device where"
                        + LIVE,
                RememberedDeviceRepository::read,
                series,
                InstantConverter.toColumn(now));
    }

    /** Ends a device and all sessions that it has opened; false if it has ended. */
    boolean end(long id, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        statements.update(
                "update sign_in_session set ended_at = ? where device_id = ? and ended_at is null",
                at,
                id);
        return statements.update(
                        "update remembered_device set ended_at = ?"
                                + " where id = ? and ended_at is null",
                        at,
                        id)
                == 1;
    }

    private static Device read(ResultSet row) throws SQLException {
        return new Device(
                row.getLong(1),
                row.getLong(2),
                row.getBytes(3),
                InstantConverter.toMoment(row.getObject(4, LocalDateTime.class)));
    }
}

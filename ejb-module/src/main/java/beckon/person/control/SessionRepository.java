package beckon.person.control;

import beckon.person.entity.ApiToken;
import beckon.person.entity.Device;
import beckon.person.entity.SessionRow;
import beckon.person.entity.SignInSession;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Sessions, the devices that open them, and API tokens; which member they stand for is read by the
 * account component.
 */
@ApplicationScoped
public class SessionRepository {

    /** More of one person's sessions than these are not listed. */
    private static final int LISTED = 100;

    private static final String LIVE =
            " person_id = ? and ended_at is null and expires_at > ? and last_seen_at > ?";

    private EntityManager entityManager;
    private Statements statements;

    protected SessionRepository() {}

    @Inject
    public SessionRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.statements = new Statements(dataSource);
    }

    @Transactional
    public void add(SignInSession session) {
        entityManager.persist(session);
        entityManager.flush();
    }

    @Transactional
    public void add(ApiToken token) {
        entityManager.persist(token);
        entityManager.flush();
    }

    /** Ends a session that has not ended yet. */
    public void end(UUID handle, Instant now) {
        endDeviceOf(handle, now);
        statements.update(
                "update sign_in_session set ended_at = ? where handle = ? and ended_at is null",
                InstantConverter.toColumn(now),
                handle);
    }

    /** Ends the device by which a session was opened, so that it opens no other. */
    private void endDeviceOf(UUID session, Instant now) {
        statements.update(
                "update remembered_device set ended_at = ? where ended_at is null and id ="
                        + " (select device_id from sign_in_session where handle = ?)",
                InstantConverter.toColumn(now),
                session);
    }

    /**
     * A person's live sessions: {@code here} first, then the last used, then the devices that are
     * remembered and could open one.
     */
    public List<SessionRow> listLive(long personId, UUID here, Instant now) {
        return Stream.concat(
                        listSessions(personId, here, now).stream(),
                        listDevices(personId, here, now).stream())
                .toList();
    }

    private List<SessionRow> listDevices(long personId, UUID here, Instant now) {
        return statements.list(
                "select handle, user_agent, remote, created_at, last_seen_at, id"
                        + " from remembered_device d"
                        + " where person_id = ? and ended_at is null and expires_at > ?"
                        + " and not exists (select 1 from sign_in_session s"
                        + " where s.device_id = d.id and s.ended_at is null"
                        + " and s.expires_at > ? and s.last_seen_at > ?)"
                        + " order by last_seen_at desc, id desc limit "
                        + LISTED,
                row -> read(row, here),
                personId,
                InstantConverter.toColumn(now),
                InstantConverter.toColumn(now),
                lastUseOfIdle(now));
    }

    private List<SessionRow> listSessions(long personId, UUID here, Instant now) {
        return statements.list(
                "select handle, user_agent, remote, created_at, last_seen_at, device_id"
                        + " from sign_in_session"
                        + " where"
                        + LIVE
                        + " order by case when handle = ? then 0 else 1 end, last_seen_at desc,"
                        + " id desc limit "
                        + LISTED,
                row -> read(row, here),
                personId,
                InstantConverter.toColumn(now),
                lastUseOfIdle(now),
                here);
    }

    /** Ends a live session or a remembered device of this person; false if there is none. */
    public boolean end(long personId, UUID handle, Instant now) {
        if (endSession(personId, handle, now)) {
            endDeviceOf(handle, now);
            return true;
        }
        return statements.update(
                        "update remembered_device set ended_at = ?"
                                + " where person_id = ? and handle = ? and ended_at is null",
                        InstantConverter.toColumn(now),
                        personId,
                        handle)
                == 1;
    }

    private boolean endSession(long personId, UUID handle, Instant now) {
        return statements.update(
                        "update sign_in_session set ended_at = ? where" + LIVE + " and handle = ?",
                        InstantConverter.toColumn(now),
                        personId,
                        InstantConverter.toColumn(now),
                        lastUseOfIdle(now),
                        handle)
                == 1;
    }

    /**
     * Ends the live sessions of this person save one, and all devices that could open another.
     *
     * @return how many sessions
     */
    public int endOthers(long personId, UUID kept, Instant now) {
        statements.update(
                "update remembered_device set ended_at = ?"
                        + " where person_id = ? and ended_at is null and not exists"
                        + " (select 1 from sign_in_session s"
                        + " where s.handle = ? and s.device_id = remembered_device.id)",
                InstantConverter.toColumn(now),
                personId,
                kept);
        return statements.update(
                "update sign_in_session set ended_at = ? where" + LIVE + " and handle <> ?",
                InstantConverter.toColumn(now),
                personId,
                InstantConverter.toColumn(now),
                lastUseOfIdle(now),
                kept);
    }

    /** Ends all sessions and API tokens of a person, and forgets where they were remembered. */
    public void endAll(long personId, Instant now) {
        statements.update(
                "update remembered_device set ended_at = ?"
                        + " where person_id = ? and ended_at is null",
                InstantConverter.toColumn(now),
                personId);
        end(personId, "", now);
    }

    /** Ends those that act by this membership, and with {@code byDefault} those that may. */
    public void endIn(long personId, long membershipId, boolean byDefault, Instant now) {
        String chosen =
                " and (membership_id = ?" + (byDefault ? " or membership_id is null)" : ")");
        end(personId, chosen, now, membershipId);
    }

    private void end(long personId, String which, Instant now, Object... values) {
        Object[] all =
                Stream.concat(
                                Stream.of(InstantConverter.toColumn(now), personId),
                                Arrays.stream(values))
                        .toArray();
        statements.update(
                "update sign_in_session set ended_at = ? where person_id = ? and ended_at is null"
                        + which,
                all);
        statements.update(
                "update api_token set revoked_at = ? where person_id = ? and revoked_at is null"
                        + which,
                all);
    }

    /** Revokes all API tokens of this person. */
    public void revokeTokens(long personId, Instant now) {
        statements.update(
                "update api_token set revoked_at = ? where person_id = ? and revoked_at is null",
                InstantConverter.toColumn(now),
                personId);
    }

    /** Deletes sessions and API tokens that had ended before {@code moment}. */
    public void purge(Instant moment) {
        LocalDateTime before = InstantConverter.toColumn(moment);
        statements.update(
                "delete from sign_in_session where coalesce(ended_at, expires_at) < ?", before);
        statements.update(
                "delete from api_token where coalesce(revoked_at, expires_at) < ?", before);
        statements.update(
                "delete from remembered_device where coalesce(ended_at, expires_at) < ?", before);
    }

    private static LocalDateTime lastUseOfIdle(Instant now) {
        return InstantConverter.toColumn(now.minus(SignInSession.IDLE));
    }

    private static SessionRow read(ResultSet row, UUID here) throws SQLException {
        UUID handle = row.getObject(1, UUID.class);
        return new SessionRow(
                handle,
                handle.equals(here),
                row.getObject(6) != null,
                Device.of(row.getString(2)),
                row.getString(3),
                InstantConverter.toMoment(row.getObject(4, LocalDateTime.class)),
                InstantConverter.toMoment(row.getObject(5, LocalDateTime.class)));
    }
}

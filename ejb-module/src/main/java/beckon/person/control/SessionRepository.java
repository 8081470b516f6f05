package beckon.person.control;

import beckon.person.entity.ApiToken;
import beckon.person.entity.SignInSession;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Sessions and API tokens; which member they stand for is read by the account component. */
@ApplicationScoped
public class SessionRepository {

    private EntityManager entityManager;
    private DataSource dataSource;

    protected SessionRepository() {}

    @Inject
    public SessionRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update sign_in_session set ended_at = ?"
                                        + " where handle = ? and ended_at is null")) {
            statement.setObject(1, InstantConverter.toColumn(now));
            statement.setObject(2, handle);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot end a session", e);
        }
    }

    /** Deletes sessions and API tokens that had ended before {@code moment}. */
    public void purge(Instant moment) {
        deleteBefore(
                moment, "delete from sign_in_session where coalesce(ended_at, expires_at) < ?");
        deleteBefore(moment, "delete from api_token where coalesce(revoked_at, expires_at) < ?");
    }

    private void deleteBefore(Instant moment, String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, InstantConverter.toColumn(moment));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot delete what has ended", e);
        }
    }
}

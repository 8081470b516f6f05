package beckon.person.control;

import beckon.person.entity.ApiToken;
import beckon.person.entity.SignInSession;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import javax.sql.DataSource;

/** Sessions and API tokens; which member they stand for is read by the account component. */
@ApplicationScoped
public class SessionRepository {

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
        statements.update(
                "update sign_in_session set ended_at = ? where handle = ? and ended_at is null",
                InstantConverter.toColumn(now),
                handle);
    }

    /** Deletes sessions and API tokens that had ended before {@code moment}. */
    public void purge(Instant moment) {
        LocalDateTime before = InstantConverter.toColumn(moment);
        statements.update(
                "delete from sign_in_session where coalesce(ended_at, expires_at) < ?", before);
        statements.update(
                "delete from api_token where coalesce(revoked_at, expires_at) < ?", before);
    }
}

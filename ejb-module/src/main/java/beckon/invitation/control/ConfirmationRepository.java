package beckon.invitation.control;

import beckon.invitation.entity.Confirmation;
import beckon.shared.TokenHash;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Questions to addresses, and their answers: each is taken once. */
@ApplicationScoped
public class ConfirmationRepository {
    private static final String USE =
            "update confirmation set used_at = ? where id = ? and used_at is null"
                    + " and expires_at > ?";

    private EntityManager entityManager;
    private Statements statements;

    protected ConfirmationRepository() {}

    @Inject
    public ConfirmationRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.statements = new Statements(dataSource);
    }

    public void add(Confirmation confirmation) {
        entityManager.persist(confirmation);
    }

    public Optional<Confirmation> findByToken(String token) {
        return entityManager
                .createNamedQuery("Confirmation.byToken", Confirmation.class)
                .setParameter("hash", TokenHash.of(token))
                .getResultStream()
                .findFirst();
    }

    /** Takes the answer, once; false if it has been taken, or comes too late. */
    public boolean use(Confirmation confirmation, Instant now) {
        var at = InstantConverter.toColumn(now);
        return statements.update(USE, at, confirmation.id(), at) == 1;
    }

    /** Notes who has joined by it. */
    public void markUsedBy(Confirmation confirmation, long membershipId) {
        statements.update(
                "update confirmation set used_by = ? where id = ?",
                membershipId,
                confirmation.id());
    }

    /** Forgets whose time is long over, answered or not. */
    public void purge(Instant before) {
        statements.update(
                "delete from confirmation where expires_at <= ?",
                InstantConverter.toColumn(before));
    }
}

package beckon.signup.control;

import beckon.shared.TokenHash;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import beckon.signup.entity.TermsAcceptance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What sign-up writes and asks the database. */
@ApplicationScoped
public class SignUpRepository {
    private static final String MEMBERSHIP =
            "select account_id, handle from membership where id = ?";

    private static final String JUST_SIGNED_UP =
            "select p.email from invitation i"
                    + " join membership m on m.id = i.accepted_by"
                    + " join person p on p.id = m.person_id"
                    + " where i.token_hash = ? and i.state = 'ACCEPTED' and i.settled_at > ?"
                    + " and p.email_key = i.recipient_key"
                    + " union all"
                    + " select p.email from confirmation c"
                    + " join membership m on m.id = c.used_by"
                    + " join person p on p.id = m.person_id"
                    + " where c.token_hash = ? and c.used_at > ? and p.email_key = c.email_key";

    private EntityManager entityManager;
    private Statements statements;

    protected SignUpRepository() {}

    @Inject
    public SignUpRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.statements = new Statements(dataSource);
    }

    public void add(TermsAcceptance acceptance) {
        entityManager.persist(acceptance);
    }

    /** In which account a membership is. */
    public long getAccount(long membershipId) {
        return statements.number(MEMBERSHIP, membershipId);
    }

    /** By what a membership is known outside. */
    public UUID getHandle(long membershipId) {
        // a former member's return is written first
        entityManager.flush();
        return statements
                .find(MEMBERSHIP, row -> row.getObject(2, UUID.class), membershipId)
                .orElseThrow();
    }

    /** The address of whoever accepted the link's invitation, or confirmed it, since then. */
    public Optional<String> findWhoSignedUp(String token, Instant since) {
        byte[] hash = TokenHash.of(token);
        LocalDateTime from = InstantConverter.toColumn(since);
        return statements.find(JUST_SIGNED_UP, row -> row.getString(1), hash, from, hash, from);
    }
}

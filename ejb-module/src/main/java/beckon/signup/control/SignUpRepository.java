package beckon.signup.control;

import beckon.shared.TokenHash;
import beckon.shared.persistence.InstantConverter;
import beckon.signup.entity.TermsAcceptance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
                    + " and p.email_key = i.recipient_key";

    private EntityManager entityManager;
    private DataSource dataSource;

    protected SignUpRepository() {}

    @Inject
    public SignUpRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
    }

    public void add(TermsAcceptance acceptance) {
        entityManager.persist(acceptance);
    }

    /** In which account a membership is. */
    public long getAccount(long membershipId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(MEMBERSHIP)) {
            select.setLong(1, membershipId);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a membership", e);
        }
    }

    /** By what a membership is known outside. */
    public UUID getHandle(long membershipId) {
        // a former member's return is written first
        entityManager.flush();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(MEMBERSHIP)) {
            select.setLong(1, membershipId);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getObject(2, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a membership", e);
        }
    }

    /** The address of whoever accepted the link's invitation since then. */
    public Optional<String> findWhoSignedUp(String token, Instant since) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(JUST_SIGNED_UP)) {
            select.setBytes(1, TokenHash.of(token));
            select.setObject(2, InstantConverter.toColumn(since));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read who signed up", e);
        }
    }
}

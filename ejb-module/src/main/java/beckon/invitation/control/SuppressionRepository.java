package beckon.invitation.control;

import beckon.invitation.entity.SuppressibleInvitation;
import beckon.shared.Seal;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows that say who is not to be invited by whom. */
@ApplicationScoped
public class SuppressionRepository {
    private static final String INVITATION =
            "select i.account_id, a.name, i.recipient, i.recipient_key, i.language"
                    + " from invitation i join account a on a.id = i.account_id"
                    + " where i.handle = ?";
    private static final String ADD =
            "insert into suppression (account_id, address_seal, key_id, created_at)"
                    + " values (?, ?, ?, ?) on conflict do nothing";
    private static final String WHERE = " where account_id = ? and address_seal in (%s)";

    private DataSource dataSource;

    protected SuppressionRepository() {}

    @Inject
    public SuppressionRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The invitation with this handle, of whichever account. */
    public Optional<SuppressibleInvitation> findInvitation(UUID handle) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(INVITATION)) {
            select.setObject(1, handle);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new SuppressibleInvitation(
                                        handle,
                                        rows.getLong(1),
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read whose invitation it is", e);
        }
    }

    /** Whether one of the seals is there. */
    public boolean isAny(long accountId, List<Seal> seals) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        prepareFor(connection, "select 1 from suppression", accountId, seals);
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a suppression", e);
        }
    }

    /** Adds a seal; false if somebody else has just done so. */
    public boolean add(long accountId, Seal seal, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, accountId);
            insert.setString(2, seal.value());
            insert.setString(3, seal.keyId());
            insert.setObject(4, InstantConverter.toColumn(now));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write a suppression", e);
        }
    }

    /** Takes the seals away; false if none was there. */
    public boolean remove(long accountId, List<Seal> seals) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        prepareFor(connection, "delete from suppression", accountId, seals)) {
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot take a suppression away", e);
        }
    }

    private static PreparedStatement prepareFor(
            Connection connection, String verb, long accountId, List<Seal> seals)
            throws SQLException {
        String marks = String.join(", ", Collections.nCopies(seals.size(), "?"));
        PreparedStatement statement = connection.prepareStatement(verb + WHERE.formatted(marks));
        statement.setLong(1, accountId);
        int next = 2;
        for (Seal seal : seals) {
            statement.setString(next++, seal.value());
        }
        return statement;
    }
}

package beckon.account.control;

import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** The one set-up link; the database holds its token's hash. */
@ApplicationScoped
public class SetUpRepository {

    private DataSource dataSource;

    protected SetUpRepository() {}

    @Inject
    public SetUpRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void replace(byte[] tokenHash, Instant expiresAt) {
        update("delete from account_set_up");
        update(
                "insert into account_set_up (token_hash, expires_at) values (?, ?)",
                tokenHash,
                InstantConverter.toColumn(expiresAt));
    }

    public boolean isOpen(byte[] tokenHash, Instant now) {
        String sql = "select 1 from account_set_up where token_hash = ? and expires_at > ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, tokenHash);
            select.setObject(2, InstantConverter.toColumn(now));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the set-up link", e);
        }
    }

    /** Uses the link up; of many at once, one is told true. */
    public boolean use(byte[] tokenHash, Instant now) {
        return update(
                        "delete from account_set_up where token_hash = ? and expires_at > ?",
                        tokenHash,
                        InstantConverter.toColumn(now))
                == 1;
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the set-up link", e);
        }
    }
}

package beckon.account.control;

import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;

/** The one set-up link; the database holds its token's hash. */
@ApplicationScoped
public class SetUpRepository {

    private Statements statements;

    protected SetUpRepository() {}

    @Inject
    public SetUpRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    public void replace(byte[] tokenHash, Instant expiresAt) {
        statements.update("delete from account_set_up");
        statements.update(
                "insert into account_set_up (token_hash, expires_at) values (?, ?)",
                tokenHash,
                InstantConverter.toColumn(expiresAt));
    }

    public boolean isOpen(byte[] tokenHash, Instant now) {
        String sql = "select 1 from account_set_up where token_hash = ? and expires_at > ?";
        return statements
                .find(sql, row -> true, tokenHash, InstantConverter.toColumn(now))
                .isPresent();
    }

    /** Uses the link up; of many at once, one is told true. */
    public boolean use(byte[] tokenHash, Instant now) {
        return statements.update(
                        "delete from account_set_up where token_hash = ? and expires_at > ?",
                        tokenHash,
                        InstantConverter.toColumn(now))
                == 1;
    }
}

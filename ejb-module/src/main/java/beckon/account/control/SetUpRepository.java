package beckon.account.control;

import beckon.account.entity.OpenSetUp;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;

/** Set-up links; the database holds their tokens' hashes. */
@ApplicationScoped
public class SetUpRepository {

    private Statements statements;

    protected SetUpRepository() {}

    @Inject
    public SetUpRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** The first start's link, in the place of an earlier start's. */
    public void replace(byte[] tokenHash, Instant expiresAt) {
        statements.update("delete from account_set_up where label is null");
        statements.update(
                "insert into account_set_up (token_hash, expires_at) values (?, ?)",
                tokenHash,
                InstantConverter.toColumn(expiresAt));
    }

    /** One more link, with the operator's note. */
    public void add(byte[] tokenHash, Instant expiresAt, String label) {
        statements.update(
                "insert into account_set_up (token_hash, expires_at, label) values (?, ?, ?)",
                tokenHash,
                InstantConverter.toColumn(expiresAt),
                label);
    }

    /** The links that nobody has used yet. */
    public List<OpenSetUp> listOpen(Instant now) {
        return statements.list(
                "select label, expires_at from account_set_up where expires_at > ?"
                        + " order by expires_at",
                row ->
                        new OpenSetUp(
                                row.getString(1),
                                InstantConverter.toMoment(row.getObject(2, LocalDateTime.class))),
                InstantConverter.toColumn(now));
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

package beckon.account.control;

import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The pictures of accounts' logos; which one is shown, the account says. */
@ApplicationScoped
public class LogoRepository {

    private Statements statements;

    protected LogoRepository() {}

    @Inject
    public LogoRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Puts the picture in the place of the account's earlier one. */
    public void replace(long accountId, UUID handle, byte[] png, Instant now) {
        remove(accountId);
        statements.update(
                "insert into account_logo (handle, account_id, content, changed_at)"
                        + " values (?, ?, ?, ?)",
                handle,
                accountId,
                png,
                InstantConverter.toColumn(now));
        show(accountId, handle);
    }

    /** Forgets the account's picture; it shows none any more. */
    public void remove(long accountId) {
        show(accountId, null);
        statements.update("delete from account_logo where account_id = ?", accountId);
    }

    private void show(long accountId, UUID handle) {
        statements.update(
                "update account set logo = ?, version = version + 1 where id = ?",
                handle,
                accountId);
    }

    /** The PNG with this handle, unless its account is closed. */
    public Optional<byte[]> find(UUID handle) {
        return statements.find(
                "select l.content from account_logo l join account a on a.id = l.account_id"
                        + " where l.handle = ? and a.closed_at is null",
                row -> row.getBytes(1),
                handle);
    }
}

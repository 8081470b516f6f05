package beckon.account.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.account.entity.AccountSummary;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All accounts of the server: the one place that looks across them. */
@ApplicationScoped
public class OperatorRepository {

    private static final String LIST =
            "select a.handle, a.name, (select count(*) from membership m where m.account_id = a.id"
                    + " and m.deactivated_at is null), a.created_at, a.closed_at"
                    + " from account a order by a.created_at, a.id";
    private static final String CLOSE =
            "update account set closed_at = ?, version = version + 1"
                    + " where handle = ? and name = ? and closed_at is null";

    private static final String OF_ITS_MEMBERS =
            " and membership_id in (select id from membership where account_id = ?)";

    private Statements statements;

    protected OperatorRepository() {}

    @Inject
    public OperatorRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Every account, the oldest first. */
    public List<AccountSummary> list() {
        return statements.list(LIST, OperatorRepository::read);
    }

    /** The id of an open account. */
    public Optional<Long> findOpen(UUID handle) {
        return statements.find(
                "select id from account where handle = ? and closed_at is null",
                row -> row.getLong(1),
                handle);
    }

    /**
     * Closes an open account.
     *
     * @return its id; empty if there is none with this handle and name
     */
    public Optional<Long> close(UUID handle, String name, Instant now) {
        return statements.update(CLOSE, toColumn(now), handle, name) == 1
                ? statements.find(
                        "select id from account where handle = ?", row -> row.getLong(1), handle)
                : Optional.empty();
    }

    /** Ends the sessions and API tokens that act in the account. */
    public void endSessions(long accountId, Instant now) {
        statements.update(
                "update sign_in_session set ended_at = ? where ended_at is null" + OF_ITS_MEMBERS,
                toColumn(now),
                accountId);
        statements.update(
                "update api_token set revoked_at = ? where revoked_at is null" + OF_ITS_MEMBERS,
                toColumn(now),
                accountId);
    }

    /** Lets others have the account's domains. */
    public void releaseDomains(long accountId) {
        statements.update("delete from verified_domain where account_id = ?", accountId);
        statements.update("delete from domain_claim where account_id = ?", accountId);
    }

    private static AccountSummary read(ResultSet row) throws SQLException {
        return new AccountSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                moment(row, 4),
                moment(row, 5));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }
}

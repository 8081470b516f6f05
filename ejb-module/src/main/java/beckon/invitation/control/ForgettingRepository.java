package beckon.invitation.control;

import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds invitations that led nowhere, and takes them out of the database with all about them. */
@ApplicationScoped
public class ForgettingRepository {
    private static final String NOWHERE =
            "select id, handle from invitation"
                    + " where state in ('DECLINED', 'REVOKED', 'EXPIRED', 'REJECTED')";

    private Statements statements;

    protected ForgettingRepository() {}

    @Inject
    public ForgettingRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    record Found(long id, UUID handle) {}

    /** Those that ended before that moment; what another node is at is left to it. */
    List<Found> listEnded(Instant before, int limit) {
        return statements.list(
                NOWHERE + " and settled_at < ? limit ? for update skip locked",
                row -> new Found(row.getLong(1), row.getObject(2, UUID.class)),
                InstantConverter.toColumn(before),
                limit);
    }

    /** Those of an account to one address or number. */
    List<Found> listEnded(long accountId, String recipientKey) {
        return statements.list(
                NOWHERE + " and account_id = ? and recipient_key = ?",
                row -> new Found(row.getLong(1), row.getObject(2, UUID.class)),
                accountId,
                recipientKey);
    }

    /** Takes invitations out, with whoever asked or confirmed because of them. */
    void remove(Collection<Found> invitations) {
        Object[] ids = invitations.stream().map(Found::id).toArray();
        String these = " in (" + Statements.marks(ids.length) + ")";
        statements.update("delete from confirmation where invitation_id" + these, ids);
        statements.update("delete from invitation_request where invitation_id" + these, ids);
        statements.update("delete from invitation where id" + these, ids);
    }

    /** Takes out what else the account knows of an address: that it came by a link, or asked. */
    void removeTraces(long accountId, String emailKey) {
        statements.update(
                "delete from confirmation where email_key = ? and used_at is null and link_id in"
                        + " (select id from invitation_link where account_id = ?)",
                emailKey,
                accountId);
        statements.update(
                "delete from invitation_request where email_key = ? and account_id = ?",
                emailKey,
                accountId);
    }
}

package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.InvitationRequest;
import beckon.invitation.entity.RequestOutcome;
import beckon.invitation.entity.RequestReason;
import beckon.invitation.entity.RequestRow;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Who asks to be invited.
 *
 * <p>Asking and answering are one conditional statement each, whose row count is the verdict: of
 * many at once, exactly one counts.
 */
@ApplicationScoped
public class RequestRepository {
    private static final String COLUMNS =
            "id, handle, account_id, invitation_id, inviter_id, name, email, email_key, language,"
                    + " created_at";

    private static final String ADD =
            "insert into invitation_request ("
                    + COLUMNS
                    + ", open_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";

    private static final String FIND =
            "select " + COLUMNS + " from invitation_request where handle = ? and account_id = ?";

    private static final String SETTLE =
            "update invitation_request set settled_at = ?, outcome = ?, open_key = null"
                    + " where id = ? and settled_at is null";

    private static final String REOPEN =
            "update invitation_request set settled_at = null, outcome = null, open_key = ?"
                    + " where id = ?";

    private static final String OPEN =
            " from invitation_request r where r.account_id = ? and r.settled_at is null%s";

    private static final String ROWS =
            "select r.handle, r.name, r.email, i.recipient, i.channel, p.first_name, p.last_name,"
                    + " r.inviter_id, r.created_at from invitation_request r"
                    + " join invitation i on i.id = r.invitation_id"
                    + " join membership m on m.id = r.inviter_id"
                    + " join person p on p.id = m.person_id"
                    + " where r.account_id = ? and r.settled_at is null%s"
                    + " order by r.created_at desc, r.id desc limit ? offset ?";

    private static final String OWN = " and r.inviter_id = ?";

    private Statements statements;

    protected RequestRepository() {}

    @Inject
    public RequestRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Adds an open one; false if the same has been asked already, and not been answered. */
    public boolean add(InvitationRequest request) {
        return statements.update(
                        ADD,
                        request.id(),
                        request.handle(),
                        request.accountId(),
                        request.invitationId(),
                        request.inviterId(),
                        request.name(),
                        request.email(),
                        request.emailKey(),
                        request.language(),
                        InstantConverter.toColumn(request.createdAt()),
                        request.openKey())
                == 1;
    }

    /**
     * One that the caller may answer, answered or not: who asks them, or anybody of the account for
     * an admin.
     *
     * @throws RefusalException NOT_FOUND
     */
    public InvitationRequest getFor(Caller caller, UUID handle) {
        return statements
                .find(FIND, RequestRepository::request, handle, caller.accountId())
                .filter(found -> caller.isAdmin() || found.inviterId() == caller.membershipId())
                .orElseThrow(() -> new RefusalException(RequestReason.NOT_FOUND));
    }

    /** Answers it; false if it has been answered. */
    public boolean settle(InvitationRequest request, RequestOutcome outcome, Instant now) {
        return statements.update(
                        SETTLE, InstantConverter.toColumn(now), outcome.name(), request.id())
                == 1;
    }

    /** Takes the answer back that this transaction has given. */
    public void reopen(InvitationRequest request) {
        statements.update(REOPEN, request.openKey(), request.id());
    }

    /** How many wait for the caller's answer. */
    public long count(Caller caller) {
        return statements.number(
                ("select count(*)" + OPEN).formatted(condition(caller)), values(caller).toArray());
    }

    /** One page of those that wait for the caller's answer, the newest first. */
    public Page<RequestRow> list(Caller caller, int page, int size) {
        int length = Math.max(1, Math.min(size, Page.MAX_SIZE));
        int number = Math.max(0, page);
        List<Object> values = values(caller);
        values.add(length);
        values.add((long) number * length);
        List<RequestRow> rows =
                statements.list(
                        ROWS.formatted(condition(caller)),
                        row -> row(row, caller),
                        values.toArray());
        return new Page<>(rows, count(caller), number, length);
    }

    private static String condition(Caller caller) {
        return caller.isAdmin() ? "" : OWN;
    }

    private static List<Object> values(Caller caller) {
        List<Object> values = new ArrayList<>(List.of(caller.accountId()));
        if (!caller.isAdmin()) {
            values.add(caller.membershipId());
        }
        return values;
    }

    /** Forgets who asked before that moment, answered or not. */
    public void purge(Instant before) {
        statements.update(
                "delete from invitation_request where created_at <= ?",
                InstantConverter.toColumn(before));
    }

    private static InvitationRequest request(ResultSet row) throws SQLException {
        return new InvitationRequest(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                moment(row, 10));
    }

    private static RequestRow row(ResultSet row, Caller caller) throws SQLException {
        return new RequestRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Channel.valueOf(row.getString(5)),
                row.getString(6) + " " + row.getString(7),
                row.getLong(8) == caller.membershipId(),
                moment(row, 9));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }
}

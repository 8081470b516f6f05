package beckon.invitation.control;

import beckon.invitation.entity.WaitingAdmin;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Which accounts have invitations that wait, and which of their admins know. */
@ApplicationScoped
public class WaitingRepository {

    private static final String NOTE =
            "update invitation_policy set waiting_since = ? where account_id = ?"
                    + " and (waiting_since is null or waiting_since < ? and ("
                    + "exists (select 1 from membership m"
                    + " where m.account_id = invitation_policy.account_id and m.kind = 'ADMIN'"
                    + " and m.waiting_told_at >= invitation_policy.waiting_since)"
                    + " or not exists (select 1 from invitation i"
                    + " where i.account_id = invitation_policy.account_id and i.state = 'WAITING'"
                    + " and i.created_at >= invitation_policy.waiting_since"
                    + " and i.created_at < ?)))";

    private static final String UNTOLD =
            "select m.id, m.account_id, p.first_name, a.name, p.email, p.language"
                    + " from invitation_policy r"
                    + " join account a on a.id = r.account_id"
                    + " join membership m on m.account_id = r.account_id"
                    + " join person p on p.id = m.person_id"
                    + " where r.waiting_since <= ? and r.approval_mails and a.closed_at is null"
                    + " and m.kind = 'ADMIN' and m.deactivated_at is null"
                    + " and (m.waiting_told_at is null"
                    + " or m.waiting_told_at < r.waiting_since and m.waiting_told_at <= ?)"
                    + " and exists (select 1 from invitation i where i.account_id = r.account_id"
                    + " and i.state = 'WAITING' and i.expires_at > ?)"
                    + " order by m.id limit ?";

    private static final String TOLD =
            "update membership set waiting_told_at = ? where id = ?"
                    + " and (waiting_told_at is null or waiting_told_at <= ?)";

    private Statements statements;

    protected WaitingRepository() {}

    @Inject
    public WaitingRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Begins a batch, unless there is one that nobody was told of and that still waits. */
    public void note(long accountId, Instant now, Duration gathering) {
        statements.update(
                NOTE,
                InstantConverter.toColumn(now),
                accountId,
                InstantConverter.toColumn(now.minus(gathering)),
                InstantConverter.toColumn(now));
    }

    /** Admins of accounts with a batch that has gathered, who were not told of it. */
    public List<WaitingAdmin> listUntold(
            Instant now, Duration gathering, Duration pause, int most) {
        return statements.list(
                UNTOLD,
                WaitingRepository::read,
                InstantConverter.toColumn(now.minus(gathering)),
                InstantConverter.toColumn(now.minus(pause)),
                InstantConverter.toColumn(now),
                most);
    }

    /** Notes that an admin is told; of several nodes one is told true. */
    public boolean markTold(WaitingAdmin admin, Instant now, Duration pause) {
        return statements.update(
                        TOLD,
                        InstantConverter.toColumn(now),
                        admin.membershipId(),
                        InstantConverter.toColumn(now.minus(pause)))
                == 1;
    }

    private static WaitingAdmin read(ResultSet row) throws SQLException {
        return new WaitingAdmin(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}

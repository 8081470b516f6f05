package beckon.account.control;

import beckon.account.entity.AccountReason;
import beckon.account.entity.Member;
import beckon.account.entity.MemberKind;
import beckon.shared.RefusalException;
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

/**
 * Changes what members are, one conditional statement each, whose row count is the verdict.
 *
 * <p>Whoever takes an admin away waits for others who do so in the same account: two who each see
 * the other one left would leave nobody.
 */
@ApplicationScoped
public class MemberRepository {

    private static final String COLUMNS =
            "select m.id, m.handle, m.account_id, m.person_id, m.kind, m.deactivated_at,"
                    + " m.sponsor_id, m.joined_at, m.ends_at from membership m";

    private static final String ANOTHER_ADMIN =
            " and (kind <> 'ADMIN' or exists (select 1 from membership o where o.account_id = ?"
                    + " and o.kind = 'ADMIN' and o.deactivated_at is null and o.id <> ?))";

    private static final String CHANGE_KIND =
            "update membership set kind = ?, sponsor_id = ?, ends_at = ?, reminded_at = null,"
                    + " version = version + 1"
                    + " where id = ? and deactivated_at is null and kind = ?"
                    + ANOTHER_ADMIN;

    private static final String DEACTIVATE =
            "update membership set deactivated_at = ?, version = version + 1"
                    + " where id = ? and deactivated_at is null"
                    + ANOTHER_ADMIN;

    private static final String REACTIVATE =
            "update membership set deactivated_at = null, ends_at = ?, reminded_at = null,"
                    + " version = version + 1 where id = ? and deactivated_at is not null";

    private static final String STAY =
            "update membership set sponsor_id = ?, ends_at = ?, reminded_at = null,"
                    + " version = version + 1"
                    + " where id = ? and deactivated_at is null and kind = 'GUEST'";

    private Statements statements;

    protected MemberRepository() {}

    @Inject
    public MemberRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * @throws RefusalException NOT_FOUND, for another account's as well
     */
    public Member get(long accountId, UUID handle) {
        return statements
                .find(
                        COLUMNS + " where m.handle = ? and m.account_id = ?",
                        MemberRepository::read,
                        handle,
                        accountId)
                .orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
    }

    /** The active admin or co-worker with this address. */
    public Optional<Long> findColleague(long accountId, String emailKey) {
        return statements.find(
                "select m.id from membership m join person p on p.id = m.person_id"
                        + " where m.account_id = ? and p.email_key = ?"
                        + " and m.kind <> 'GUEST' and m.deactivated_at is null",
                row -> row.getLong(1),
                accountId,
                emailKey);
    }

    /** The person's place that counts where none was chosen, as requests choose it. */
    public Optional<Long> findOldestActive(long personId) {
        return statements.find(
                "select m.id from membership m join account a on a.id = m.account_id"
                        + " where m.person_id = ? and m.deactivated_at is null"
                        + " and a.closed_at is null order by m.joined_at, m.id limit 1",
                row -> row.getLong(1),
                personId);
    }

    /** Makes the member something else; false if they are not what they were, or the last admin. */
    public boolean changeKind(Member member, MemberKind kind, Long sponsorId, Instant endsAt) {
        waitForOthers(member);
        return statements.update(
                        CHANGE_KIND,
                        kind.name(),
                        sponsorId,
                        InstantConverter.toColumn(endsAt),
                        member.id(),
                        member.kind().name(),
                        member.accountId(),
                        member.id())
                == 1;
    }

    /** Puts the member out; false if they are out already, or the last admin. */
    public boolean deactivate(Member member, Instant now) {
        waitForOthers(member);
        return statements.update(
                        DEACTIVATE,
                        InstantConverter.toColumn(now),
                        member.id(),
                        member.accountId(),
                        member.id())
                == 1;
    }

    /** Takes the member in again; false if they are in. */
    public boolean reactivate(Member member, Instant endsAt) {
        return statements.update(REACTIVATE, InstantConverter.toColumn(endsAt), member.id()) == 1;
    }

    /** Says how long a guest stays; false if they are no active guest any more. */
    public boolean setStay(Member guest, Long sponsorId, Instant endsAt) {
        return statements.update(STAY, sponsorId, InstantConverter.toColumn(endsAt), guest.id())
                == 1;
    }

    /** Lets the successor, or nobody, answer for the guests of a member. */
    public void handOverGuests(long sponsorId, Long successorId) {
        statements.update(
                "update membership set sponsor_id = ? where sponsor_id = ?",
                successorId,
                sponsorId);
    }

    /** The same row for all who take admins away, until the end of the transaction. */
    private void waitForOthers(Member member) {
        if (member.kind() == MemberKind.ADMIN) {
            statements.update(
                    "update account set closed_at = closed_at where id = ?", member.accountId());
        }
    }

    /** Active members whose stay has ended, the earliest first. */
    public List<Member> listOverdue(Instant now, int most) {
        return statements.list(
                COLUMNS
                        + " where m.ends_at <= ? and m.deactivated_at is null"
                        + " order by m.ends_at limit ?",
                MemberRepository::read,
                InstantConverter.toColumn(now),
                most);
    }

    private static Member read(ResultSet row) throws SQLException {
        return new Member(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getLong(4),
                MemberKind.valueOf(row.getString(5)),
                row.getObject(6) == null,
                row.getObject(7, Long.class),
                moment(row, 8),
                moment(row, 9));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }
}

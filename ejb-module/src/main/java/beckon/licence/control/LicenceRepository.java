package beckon.licence.control;

import beckon.licence.entity.Edition;
import beckon.licence.entity.Seats;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Licences: how many an account has, and who has them.
 *
 * <p>Seats are taken by one conditional update of the account's pool, whose row count is the
 * verdict, and before the members are touched: so nobody waits for one who waits for them.
 */
@ApplicationScoped
public class LicenceRepository {

    private static final String SEATS =
            "select a.edition, coalesce(l.seats, 0), coalesce(l.assigned, 0) from account a"
                    + " left join licence_pool l on l.account_id = a.id where a.id = ?";

    private static final String TAKE =
            "update licence_pool set assigned = assigned + ?"
                    + " where account_id = ? and assigned + ? <= seats";

    private static final String GIVE_BACK =
            "update licence_pool set assigned = assigned - ? where account_id = ?";

    private static final String WITHOUT =
            " from membership where account_id = ? and handle in (%s) and licensed_at is null"
                    + " and deactivated_at is null and kind <> 'GUEST'";

    private static final String ASSIGN =
            "update membership set licensed_at = ? where account_id = ? and handle in (%s)"
                    + " and licensed_at is null and deactivated_at is null and kind <> 'GUEST'";

    private static final String REVOKE =
            "update membership set licensed_at = null"
                    + " where account_id = ? and handle in (%s) and licensed_at is not null";

    private Statements statements;

    protected LicenceRepository() {}

    @Inject
    public LicenceRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    public Seats getSeats(long accountId) {
        return statements
                .find(
                        SEATS,
                        row ->
                                new Seats(
                                        Edition.valueOf(row.getString(1)),
                                        row.getInt(2),
                                        row.getInt(3)),
                        accountId)
                .orElseThrow();
    }

    /** How many of these members need a licence and have none. */
    public int countWithout(long accountId, Collection<UUID> members) {
        return (int)
                statements.number(
                        "select count(*)" + WITHOUT.formatted(Statements.marks(members)),
                        values(accountId, members));
    }

    /** Takes seats of the pool; of many at once, as many succeed as there are seats. */
    public boolean take(long accountId, int seats) {
        return statements.update(TAKE, seats, accountId, seats) == 1;
    }

    /** Makes seats free. */
    public void giveBack(long accountId, int seats) {
        if (seats > 0) {
            statements.update(GIVE_BACK, seats, accountId);
        }
    }

    /** Writes it down, and says for how many that is new. */
    public int assign(long accountId, Collection<UUID> members, Instant now) {
        List<Object> values = new ArrayList<>(List.of(InstantConverter.toColumn(now)));
        Collections.addAll(values, values(accountId, members));
        return statements.update(ASSIGN.formatted(Statements.marks(members)), values.toArray());
    }

    /** Strikes it out, and says how many had one. */
    public int revoke(long accountId, Collection<UUID> members) {
        return statements.update(
                REVOKE.formatted(Statements.marks(members)), values(accountId, members));
    }

    /** The same for one member, by id. */
    public int revoke(long membershipId) {
        return statements.update(
                "update membership set licensed_at = null"
                        + " where id = ? and licensed_at is not null",
                membershipId);
    }

    /** Whether this member of a Pro+ account, no guest, waits for a licence. */
    public boolean isWaiting(long membershipId) {
        return statements
                .find(
                        "select 1 from membership m join account a on a.id = m.account_id"
                                + " where m.id = ? and a.edition = 'PRO_PLUS'"
                                + " and m.kind <> 'GUEST' and m.licensed_at is null",
                        row -> true,
                        membershipId)
                .isPresent();
    }

    /** Sets how many there are; false if more are assigned. */
    public boolean setSeats(long accountId, Edition edition, int seats) {
        statements.update(
                "insert into licence_pool (account_id, seats, assigned) values (?, 0, 0)"
                        + " on conflict do nothing",
                accountId);
        boolean enough =
                statements.update(
                                "update licence_pool set seats = ?"
                                        + " where account_id = ? and assigned <= ?",
                                seats,
                                accountId,
                                seats)
                        == 1;
        statements.update("update account set edition = ? where id = ?", edition.name(), accountId);
        return enough;
    }

    private static Object[] values(long accountId, Collection<UUID> members) {
        List<Object> values = new ArrayList<>(List.of(accountId));
        values.addAll(members);
        return values.toArray();
    }
}

package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.delivery.entity.Hold;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** How far the database has come, and the messages that lie still since it went back. */
@ApplicationScoped
public class HoldRepository {

    private static final String HOLD =
            "update dispatch set state = 'DELAYED', due_at = null, lease = null,"
                    + " leased_until = null, answer_code = null, answer = 'held after a restore',"
                    + " trouble = 'HELD' where due_at is not null and created_at <= ?";
    private static final String HELD = " state = 'DELAYED' and trouble = 'HELD' and due_at is null";
    private static final String COUNT =
            "select account_id, count(*) from dispatch where" + HELD + " group by account_id";
    private static final String RELEASE =
            "update dispatch set state = 'QUEUED', due_at = ?, answer = null, trouble = null"
                    + " where account_id = ? and"
                    + HELD;
    private static final String DISCARD =
            "update dispatch set state = 'CANCELLED', settled_at = ?, answer = null, trouble = null"
                    + " where account_id = ? and"
                    + HELD;

    private Statements statements;

    protected HoldRepository() {}

    @Inject
    public HoldRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * A beat of the database's pulse.
     *
     * @param number grows with each
     */
    public record Beat(long number, Instant at) {}

    /** The last beat; empty if there was none yet. */
    public Optional<Beat> findBeat() {
        return statements.find(
                "select beat, beat_at from delivery_pulse where id = 1",
                row ->
                        new Beat(
                                row.getLong(1),
                                InstantConverter.toMoment(row.getObject(2, LocalDateTime.class))));
    }

    /** Beats once more, by so much. */
    public void beat(long by, Instant now) {
        if (statements.update(
                        "update delivery_pulse set beat = beat + ?, beat_at = ? where id = 1",
                        by,
                        toColumn(now))
                == 0) {
            statements.update(
                    "insert into delivery_pulse (id, beat, beat_at) values (1, ?, ?)"
                            + " on conflict do nothing",
                    by,
                    toColumn(now));
        }
    }

    /**
     * Holds all that is not sent and was written till then; what belongs to no account is given up.
     * With it the pulse leaps, so that no other node does the same again.
     *
     * @return how many messages wait
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int hold(Instant until, long leap, Instant now) {
        int held = statements.update(HOLD, toColumn(until));
        statements.update(DISCARD, toColumn(now), 0);
        for (Count count : counts()) {
            statements.update("delete from delivery_hold where account_id = ?", count.accountId);
            statements.update(
                    "insert into delivery_hold (account_id, held_at, messages) values (?, ?, ?)",
                    count.accountId,
                    toColumn(now),
                    count.messages);
        }
        beat(leap, now);
        return held;
    }

    private record Count(long accountId, int messages) {}

    private List<Count> counts() {
        return statements.list(COUNT, row -> new Count(row.getLong(1), row.getInt(2)));
    }

    /** What waits of an account. */
    public Optional<Hold> find(long accountId) {
        return statements.find(
                "select held_at, messages from delivery_hold where account_id = ?",
                row ->
                        new Hold(
                                InstantConverter.toMoment(row.getObject(1, LocalDateTime.class)),
                                row.getInt(2)),
                accountId);
    }

    /** Lets the account's messages go; what has expired meanwhile fails. */
    public int release(long accountId, Instant now) {
        return end(accountId, RELEASE, now);
    }

    /** Withdraws the account's messages. */
    public int discard(long accountId, Instant now) {
        return end(accountId, DISCARD, now);
    }

    private int end(long accountId, String how, Instant now) {
        statements.update("delete from delivery_hold where account_id = ?", accountId);
        return statements.update(how, toColumn(now), accountId);
    }
}

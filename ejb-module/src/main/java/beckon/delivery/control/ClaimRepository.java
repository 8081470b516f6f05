package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.Settlement;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The dispatch rows in the hands of consumers.
 *
 * <p>A batch at a time, because each invitation passes here three times: claimed, read, settled.
 * These are single statements and need no transaction around them. A claim touches no indexed
 * column, so that PostgreSQL need not write the row's index entries anew.
 */
@ApplicationScoped
public class ClaimRepository {

    private static final String CLAIM =
            "update dispatch set state = 'SENDING', lease = ?, leased_until = ?,"
                    + " attempts = attempts + 1"
                    + " where state = 'QUEUED' and channel = ? and expires_at > ? and id = any(?)";
    private static final String CLAIMED =
            DispatchRepository.READ + "lease = ? and state = 'SENDING' and id = any(?)";
    private static final String PROLONG =
            "update dispatch set leased_until = ?"
                    + " where lease = ? and state = 'SENDING' and id = any(?)";
    private static final String HAND_OVER =
            "update dispatch set handed = attempts"
                    + " where lease = ? and state = 'SENDING' and id = any(?)";
    private static final String STILL_CLAIMED =
            "select id from dispatch where lease = ? and state = 'SENDING' and id = any(?)";
    private static final String SETTLE =
            "update dispatch set state = ?, due_at = ?, answer_code = ?, answer = ?,"
                    + " trouble = ?, settled_at = ?, lease = null, leased_until = null"
                    + " where id = ? and lease = ? and state = 'SENDING'";
    private static final String SETTLE_SENT =
            "update dispatch set state = 'SENT', due_at = null, trouble = null, settled_at = ?,"
                    + " lease = null, leased_until = null,"
                    + " answer_code = case id%1$s end, answer = case id%2$s end"
                    + " where lease = ? and id = any(?)";
    private static final String ITS_CODE = " when ? then cast(? as integer)";
    private static final String ITS_ANSWER = " when ? then cast(? as varchar(500))";
    private static final String DUE =
            "select id, channel, state, recipient, attempts, coalesce(handed = attempts, false)"
                    + " from dispatch where due_at <= ?"
                    + " and (leased_until is null or leased_until <= ?)"
                    + " order by due_at limit ? for update skip locked";
    private static final String REQUEUE =
            "update dispatch set state = 'QUEUED', lease = null, leased_until = null, due_at = ?"
                    + " where expires_at > ? and id = any(?)";
    private static final String EXPIRE =
            "update dispatch set state = 'FAILED', lease = null, leased_until = null,"
                    + " due_at = null, settled_at = ?,"
                    + " trouble = case when answer is null then 'EXPIRED' else trouble end,"
                    + " answer = coalesce(answer, 'expired before it could be sent')"
                    + " where expires_at <= ? and id = any(?)";
    private static final String LAPSE =
            "update dispatch set state = ?, lease = null, leased_until = null, due_at = ?,"
                    + " settled_at = ?, answer_code = null, answer = 'no answer',"
                    + " trouble = 'UNANSWERED' where id = ?";

    private Statements statements;
    private DoubtRepository doubts;

    protected ClaimRepository() {}

    @Inject
    public ClaimRepository(DataSource dataSource, DoubtRepository doubts) {
        this.statements = new Statements(dataSource);
        this.doubts = doubts;
    }

    /**
     * What was due.
     *
     * @param isDoubtful whether it may have been sent by a consumer that is gone, and so has to
     *     wait or be given up
     */
    record Due(long id, Channel channel, boolean isDoubtful) {}

    /**
     * Takes those of the queued rows that nobody else has taken.
     *
     * @param lease by which they are known as the taker's
     * @param until when others may take them if they are not settled
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public List<Dispatch> claim(
            Channel channel, List<Long> wanted, UUID lease, Instant until, Instant now) {
        Object[] claim = {lease, toColumn(until), channel.name(), toColumn(now), wanted};
        if (statements.update(CLAIM, claim) == 0) {
            return List.of();
        }
        List<Dispatch> claimed = statements.list(CLAIMED, DispatchRepository::read, lease, wanted);
        claimed.sort(Comparator.comparing(Dispatch::id));
        return claimed;
    }

    /** Keeps for longer what is still the lease's of those. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void prolong(UUID lease, Collection<Long> claimed, Instant until) {
        statements.update(PROLONG, toColumn(until), lease, claimed);
    }

    /** Notes that from now on those may reach the message centre, whether we hear of it or not. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void handOver(UUID lease, Collection<Long> claimed) {
        statements.update(HAND_OVER, lease, claimed);
    }

    /** Those of the ids that have not been withdrawn, or lost to another, since. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Set<Long> listStillClaimed(UUID lease, Collection<Long> claimed) {
        return new HashSet<>(statements.list(STILL_CLAIMED, row -> row.getLong(1), lease, claimed));
    }

    /**
     * Writes down how attempts ended, where they are still the lease's; what was sent although it
     * was withdrawn meanwhile is down as sent.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void settle(UUID lease, List<Settlement> settlements) {
        Map<Boolean, List<Settlement>> sent =
                settlements.stream().collect(Collectors.partitioningBy(ClaimRepository::isSent));
        if (!sent.get(true).isEmpty()) {
            settleSent(lease, sent.get(true));
        }
        if (!sent.get(false).isEmpty()) {
            statements.batch(SETTLE, sent.get(false).stream().map(each -> values(each, lease)));
        }
    }

    /** In one statement for all, since nearly all are. */
    private void settleSent(UUID lease, List<Settlement> sent) {
        List<Long> ids = sent.stream().map(Settlement::id).toList();
        List<Object> values = new ArrayList<>();
        values.add(toColumn(sent.get(sent.size() - 1).at()));
        sent.forEach(each -> Collections.addAll(values, each.id(), each.answerCode()));
        sent.forEach(each -> Collections.addAll(values, each.id(), each.answer()));
        values.add(lease);
        values.add(ids);
        String sql =
                SETTLE_SENT.formatted(ITS_CODE.repeat(ids.size()), ITS_ANSWER.repeat(ids.size()));
        statements.update(sql, values.toArray());
    }

    private static boolean isSent(Settlement settlement) {
        return settlement.state() == DispatchState.SENT;
    }

    private static Object[] values(Settlement settlement, UUID lease) {
        return new Object[] {
            settlement.state().name(),
            toColumn(settlement.nextAttemptAt()),
            settlement.answerCode(),
            settlement.answer(),
            settlement.trouble() == null ? null : settlement.trouble().name(),
            toColumn(settlement.at()),
            settlement.id(),
            lease
        };
    }

    /**
     * Takes up what is due: delayed, stuck with a consumer that is gone, or never brought to one.
     * What has expired is given up. A text that was stuck after it was handed over may have been
     * sent: it waits for a report till {@code doubtUntil}, and is given up the second time.
     *
     * @param dueAt when to look at them again
     * @param most how many at once
     * @return all that were due, also those given up
     */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Due> requeueDue(Instant now, Instant dueAt, Instant doubtUntil, int most) {
        List<Due> due = new ArrayList<>();
        List<Long> ready = new ArrayList<>();
        for (Stuck row : listDue(now, most)) {
            boolean doubtful =
                    row.channel == Channel.TEXT && row.state == DispatchState.SENDING && row.handed;
            due.add(new Due(row.id, row.channel, doubtful));
            if (doubtful) {
                lapse(row, now, doubtUntil);
            } else {
                ready.add(row.id);
            }
        }
        if (!ready.isEmpty()) {
            requeue(ready, now, dueAt);
        }
        return due;
    }

    private List<Stuck> listDue(Instant now, int most) {
        return statements.list(
                DUE,
                row ->
                        new Stuck(
                                row.getLong(1),
                                Channel.valueOf(row.getString(2)),
                                DispatchState.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getInt(5),
                                row.getBoolean(6)),
                toColumn(now),
                toColumn(now),
                most);
    }

    private void requeue(List<Long> ready, Instant now, Instant dueAt) {
        int requeued = statements.update(REQUEUE, toColumn(dueAt), toColumn(now), ready);
        if (requeued < ready.size()) {
            statements.update(EXPIRE, toColumn(now), toColumn(now), ready);
        }
    }

    private void lapse(Stuck row, Instant now, Instant doubtUntil) {
        boolean first = doubts.add(row.id, row.recipient, row.attempts, now);
        statements.update(
                LAPSE,
                (first ? DispatchState.DELAYED : DispatchState.FAILED).name(),
                first ? toColumn(doubtUntil) : null,
                toColumn(now),
                row.id);
    }

    private record Stuck(
            long id,
            Channel channel,
            DispatchState state,
            String recipient,
            int attempts,
            boolean handed) {}
}

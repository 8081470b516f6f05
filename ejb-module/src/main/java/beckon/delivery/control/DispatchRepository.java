package beckon.delivery.control;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.MailTrouble;
import beckon.delivery.entity.OutgoingMessage;
import beckon.delivery.entity.Settlement;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The dispatch rows.
 *
 * <p>By hand and a batch at a time, because each invitation passes here four times: written,
 * claimed, read, settled. The last three are single statements and need no transaction around them.
 * A claim touches no indexed column, so that PostgreSQL need not write the row's index entries
 * anew.
 */
@ApplicationScoped
public class DispatchRepository {

    private static final String INSERT =
            "insert into dispatch (id, account_id, reference, channel, template, recipient, language,"
                    + " model, purpose, nonce, key_id, message_id, state, attempts, due_at,"
                    + " expires_at, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?, ?)";
    private static final String CLAIM =
            "update dispatch set state = 'SENDING', lease = ?, leased_until = ?,"
                    + " attempts = attempts + 1"
                    + " where state = 'QUEUED' and expires_at > ? and id in (";
    private static final String READ_CLAIMED =
            "select id, template, recipient, language, model, purpose, nonce, key_id, message_id,"
                    + " attempts, expires_at, reference, account_id from dispatch"
                    + " where lease = ? and state = 'SENDING' and id in (";
    private static final String PROLONG =
            "update dispatch set leased_until = ?"
                    + " where lease = ? and state = 'SENDING' and id in (";
    private static final String STILL_CLAIMED =
            "select id from dispatch where lease = ? and state = 'SENDING' and id in (";
    private static final String SETTLE =
            "update dispatch set state = ?, due_at = ?, answer_code = ?, answer = ?,"
                    + " trouble = ?, settled_at = ?, lease = null, leased_until = null"
                    + " where id = ? and lease = ?"
                    + " and (state = 'SENDING' or ?)";
    private static final String DUE =
            "select id from dispatch where due_at <= ?"
                    + " and (leased_until is null or leased_until <= ?)"
                    + " order by due_at limit ? for update skip locked";
    private static final String REQUEUE =
            "update dispatch set state = 'QUEUED', lease = null, leased_until = null, due_at = ?"
                    + " where expires_at > ? and id in (";
    private static final String EXPIRE =
            "update dispatch set state = 'FAILED', lease = null, leased_until = null,"
                    + " due_at = null, settled_at = ?,"
                    + " trouble = case when answer is null then 'EXPIRED' else trouble end,"
                    + " answer = coalesce(answer, 'expired before it could be sent')"
                    + " where expires_at <= ? and id in (";
    private static final String CANCEL =
            "update dispatch set state = 'CANCELLED', due_at = null, settled_at = ?"
                    + " where reference = ? and state in ('QUEUED', 'DELAYED', 'SENDING')";
    private static final String ROWS =
            "select reference, channel, state, attempts, answer_code, answer, due_at, settled_at,"
                    + " created_at, trouble from dispatch where reference in (";

    private DataSource dataSource;
    private IdRepository ids;

    protected DispatchRepository() {}

    @Inject
    public DispatchRepository(DataSource dataSource, IdRepository ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /**
     * Writes messages in the caller's transaction.
     *
     * @param dueAt when the sweeper is to look whether they have got anywhere
     * @return their ids
     */
    public List<Long> add(
            List<OutgoingMessage> messages, String messageIdDomain, Instant now, Instant dueAt) {
        List<Long> added = new ArrayList<>(messages.size());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (OutgoingMessage message : messages) {
                long id = ids.next();
                bind(insert, id, message, UUID.randomUUID() + "@" + messageIdDomain);
                insert.setObject(13, InstantConverter.toColumn(dueAt));
                insert.setObject(14, InstantConverter.toColumn(message.expiresAt()));
                insert.setObject(15, InstantConverter.toColumn(now));
                insert.addBatch();
                added.add(id);
            }
            insert.executeBatch();
            return added;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write dispatches", e);
        }
    }

    private static void bind(
            PreparedStatement insert, long id, OutgoingMessage message, String messageId)
            throws SQLException {
        TokenSource source = message.tokenSource();
        insert.setLong(1, id);
        insert.setLong(2, message.accountId());
        insert.setObject(3, message.reference());
        insert.setString(4, message.channel().name());
        insert.setString(5, message.template());
        insert.setString(6, message.recipient());
        insert.setString(7, message.language());
        insert.setString(8, TemplateModel.toJson(message.model()));
        insert.setString(9, source == null ? null : source.purpose());
        insert.setBytes(10, source == null ? null : source.nonce());
        insert.setString(11, source == null ? null : source.keyId());
        insert.setString(12, messageId);
    }

    /**
     * Takes those of the queued rows that nobody else has taken.
     *
     * @param lease by which they are known as the taker's
     * @param until when others may take them if they are not settled
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public List<Dispatch> claim(List<Long> wanted, UUID lease, Instant until, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement claim = prepareFor(connection, CLAIM, wanted, 3)) {
                claim.setObject(1, lease);
                claim.setObject(2, InstantConverter.toColumn(until));
                claim.setObject(3, InstantConverter.toColumn(now));
                if (claim.executeUpdate() == 0) {
                    return List.of();
                }
            }
            return listClaimed(connection, lease, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot claim dispatches", e);
        }
    }

    private static List<Dispatch> listClaimed(
            Connection connection, UUID lease, Collection<Long> wanted) throws SQLException {
        List<Dispatch> claimed = new ArrayList<>();
        try (PreparedStatement read = prepareFor(connection, READ_CLAIMED, wanted, 1)) {
            read.setObject(1, lease);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    claimed.add(dispatch(rows));
                }
            }
        }
        claimed.sort(Comparator.comparing(Dispatch::id));
        return claimed;
    }

    private static Dispatch dispatch(ResultSet row) throws SQLException {
        String purpose = row.getString(6);
        return new Dispatch(
                row.getLong(1),
                row.getLong(13),
                row.getObject(12, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                TemplateModel.ofJson(row.getString(5)),
                purpose == null
                        ? null
                        : new TokenSource(purpose, row.getBytes(7), row.getString(8)),
                row.getString(9),
                row.getInt(10),
                moment(row, 11));
    }

    /** Keeps for longer what is still the lease's of those. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void prolong(UUID lease, Collection<Long> claimed, Instant until) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prolong = prepareFor(connection, PROLONG, claimed, 2)) {
            prolong.setObject(1, InstantConverter.toColumn(until));
            prolong.setObject(2, lease);
            prolong.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prolong a lease", e);
        }
    }

    /** Those of the ids that have not been withdrawn, or lost to another, since. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Set<Long> listStillClaimed(UUID lease, Collection<Long> claimed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = prepareFor(connection, STILL_CLAIMED, claimed, 1)) {
            read.setObject(1, lease);
            return new HashSet<>(readIds(read));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is claimed", e);
        }
    }

    /**
     * Writes down how attempts ended, where they are still the lease's; what was sent although it
     * was withdrawn meanwhile is down as sent.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void settle(UUID lease, List<Settlement> settlements) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            for (Settlement settlement : settlements) {
                settle.setString(1, settlement.state().name());
                settle.setObject(2, InstantConverter.toColumn(settlement.nextAttemptAt()));
                settle.setObject(3, settlement.answerCode());
                settle.setString(4, settlement.answer());
                settle.setString(5, nameOf(settlement.trouble()));
                settle.setObject(6, InstantConverter.toColumn(settlement.at()));
                settle.setLong(7, settlement.id());
                settle.setObject(8, lease);
                settle.setBoolean(9, settlement.state() == DispatchState.SENT);
                settle.addBatch();
            }
            settle.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot settle dispatches", e);
        }
    }

    /**
     * Takes up what is due: delayed, stuck with a consumer that is gone, or never brought to one.
     * What has expired is given up.
     *
     * @param dueAt when to look at them again
     * @param most how many at once
     * @return the ids of all that were due, also of those given up
     */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Long> requeueDue(Instant now, Instant dueAt, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(DUE)) {
            read.setObject(1, InstantConverter.toColumn(now));
            read.setObject(2, InstantConverter.toColumn(now));
            read.setInt(3, most);
            List<Long> due = readIds(read);
            if (due.isEmpty()) {
                return due;
            }
            try (PreparedStatement requeue = prepareFor(connection, REQUEUE, due, 2);
                    PreparedStatement expire = prepareFor(connection, EXPIRE, due, 2)) {
                requeue.setObject(1, InstantConverter.toColumn(dueAt));
                requeue.setObject(2, InstantConverter.toColumn(now));
                expire.setObject(1, InstantConverter.toColumn(now));
                expire.setObject(2, InstantConverter.toColumn(now));
                if (requeue.executeUpdate() < due.size()) {
                    expire.executeUpdate();
                }
            }
            return due;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot take up what is due", e);
        }
    }

    /** Withdraws what is about the reference and not yet sent, in the caller's transaction. */
    public void cancel(UUID reference, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
            cancel.setObject(1, InstantConverter.toColumn(now));
            cancel.setObject(2, reference);
            cancel.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot cancel dispatches", e);
        }
    }

    /** Whether all of these exist, in whatever state. */
    public boolean isKnown(Collection<Long> wanted) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read =
                        prepareFor(
                                connection, "select id from dispatch where id in (", wanted, 0)) {
            return readIds(read).size() == new HashSet<>(wanted).size();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read dispatches", e);
        }
    }

    /** What became of the messages about these references, the newest first. */
    public List<DispatchRow> listRows(Collection<UUID> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        String sql = ROWS + marks(references.size()) + ") order by created_at desc, id desc";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            int index = 1;
            for (UUID reference : references) {
                read.setObject(index++, reference);
            }
            List<DispatchRow> list = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    list.add(row(rows));
                }
            }
            return list;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read dispatches", e);
        }
    }

    private static DispatchRow row(ResultSet row) throws SQLException {
        DispatchState state = DispatchState.valueOf(row.getString(3));
        Instant settledAt = moment(row, 8);
        return new DispatchRow(
                row.getObject(1, UUID.class),
                Channel.valueOf(row.getString(2)),
                state,
                row.getInt(4),
                row.getObject(5, Integer.class),
                row.getString(6),
                trouble(row.getString(10)),
                state == DispatchState.DELAYED ? moment(row, 7) : null,
                settledAt == null ? moment(row, 9) : settledAt);
    }

    private static String nameOf(MailTrouble trouble) {
        return trouble == null ? null : trouble.name();
    }

    private static MailTrouble trouble(String name) {
        return name == null ? null : MailTrouble.valueOf(name);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }

    private static PreparedStatement prepareFor(
            Connection connection, String sql, Collection<Long> wanted, int before)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql + marks(wanted.size()) + ")");
        int index = before + 1;
        for (Long id : wanted) {
            statement.setLong(index++, id);
        }
        return statement;
    }

    private static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    private static List<Long> readIds(PreparedStatement read) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}

package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The dispatch rows, as other components write them and are told of them. */
@ApplicationScoped
public class DispatchRepository {

    /** Reads what {@link #read} understands. */
    static final String READ =
            "select id, template, recipient, language, model, purpose, nonce, key_id, message_id,"
                    + " attempts, expires_at, reference, account_id from dispatch where ";

    private static final String INSERT =
            "insert into dispatch (id, account_id, reference, channel, template, recipient, language,"
                    + " model, purpose, nonce, key_id, message_id, state, attempts, due_at,"
                    + " expires_at, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?, ?)";
    private static final String CANCEL =
            "update dispatch set state = 'CANCELLED', due_at = null, settled_at = ?"
                    + " where reference = ? and state in ('QUEUED', 'DELAYED', 'SENDING')";
    private static final String ROWS =
            "select reference, channel, state, attempts, answer_code, answer, due_at, settled_at,"
                    + " created_at, trouble from dispatch where reference = any(?)"
                    + " order by created_at desc, id desc";

    private DataSource dataSource;
    private Statements statements;
    private IdRepository ids;

    protected DispatchRepository() {}

    @Inject
    public DispatchRepository(DataSource dataSource, IdRepository ids) {
        this.dataSource = dataSource;
        this.statements = new Statements(dataSource);
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
                insert.setObject(13, toColumn(dueAt));
                insert.setObject(14, toColumn(message.expiresAt()));
                insert.setObject(15, toColumn(now));
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

    /** Withdraws what is about the reference and not yet sent, in the caller's transaction. */
    public void cancel(UUID reference, Instant now) {
        statements.update(CANCEL, toColumn(now), reference);
    }

    /** Withdraws all of an account that is not yet sent, in the caller's transaction. */
    public void cancelAll(long accountId, Instant now) {
        statements.update(
                "update dispatch set state = 'CANCELLED', due_at = null, settled_at = ?"
                        + " where account_id = ? and state in ('QUEUED', 'DELAYED', 'SENDING')",
                toColumn(now),
                accountId);
    }

    /** Whether all of these exist, in whatever state. */
    public boolean isKnown(Collection<Long> wanted) {
        List<Long> known =
                statements.list(
                        "select id from dispatch where id = any(?)", row -> row.getLong(1), wanted);
        return known.size() == new HashSet<>(wanted).size();
    }

    /** Those of the dispatches that exist. */
    List<Dispatch> list(Collection<Long> wanted) {
        return statements.list(READ + "id = any(?)", DispatchRepository::read, wanted);
    }

    static Dispatch read(ResultSet row) throws SQLException {
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

    /** What became of the messages about these references, the newest first. */
    public List<DispatchRow> listRows(Collection<UUID> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        return statements.list(ROWS, DispatchRepository::row, references);
    }

    private static DispatchRow row(ResultSet row) throws SQLException {
        DispatchState state = DispatchState.valueOf(row.getString(3));
        String trouble = row.getString(10);
        Instant settledAt = moment(row, 8);
        return new DispatchRow(
                row.getObject(1, UUID.class),
                Channel.valueOf(row.getString(2)),
                state,
                row.getInt(4),
                row.getObject(5, Integer.class),
                row.getString(6),
                trouble == null ? null : DispatchTrouble.valueOf(trouble),
                state == DispatchState.DELAYED ? moment(row, 7) : null,
                settledAt == null ? moment(row, 9) : settledAt);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }
}

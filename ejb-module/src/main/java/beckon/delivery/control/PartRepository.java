package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.delivery.entity.Dispatch;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What the message centre calls the parts of texts that it has taken. */
@ApplicationScoped
public class PartRepository {

    private static final int LONGEST_ID = 100;
    private static final String ADD =
            "insert into text_part (message_id, dispatch_id, attempt, parts, delivered, created_at)"
                    + " values (?, ?, ?, ?, false, ?) on conflict do nothing";
    private static final String FIND =
            "select p.message_id, p.dispatch_id, p.attempt, p.parts, d.recipient, d.account_id"
                    + " from text_part p join dispatch d on d.id = p.dispatch_id"
                    + " where p.message_id = any(?)";
    private static final String DELIVERED =
            "update text_part set delivered = true where message_id = ? and dispatch_id = ?";
    private static final String WHOLE =
            "select dispatch_id from text_part where delivered and dispatch_id = any(?)"
                    + " group by dispatch_id, attempt having count(*) >= max(parts)";

    private Statements statements;

    protected PartRepository() {}

    @Inject
    public PartRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * One part of a text.
     *
     * @param attempt of the dispatch; the parts of one attempt make one text
     * @param parts how many the text has
     */
    record Part(
            String messageId,
            long dispatchId,
            int attempt,
            int parts,
            String recipient,
            long accountId) {

        static List<Part> of(Dispatch dispatch, List<String> messageIds, int parts) {
            return messageIds.stream()
                    .map(id -> of(dispatch, id, dispatch.attempts(), parts))
                    .toList();
        }

        static Part of(Dispatch dispatch, String messageId, int attempt, int parts) {
            return new Part(
                    messageId,
                    dispatch.id(),
                    attempt,
                    parts,
                    dispatch.recipient(),
                    dispatch.accountId());
        }
    }

    /** Adds parts that are not there yet. */
    void add(Collection<Part> parts, Instant now) {
        if (parts.isEmpty()) {
            return;
        }
        statements.batch(
                ADD,
                parts.stream()
                        .filter(part -> part.messageId.length() <= LONGEST_ID)
                        .map(
                                part ->
                                        new Object[] {
                                            part.messageId,
                                            part.dispatchId,
                                            part.attempt,
                                            part.parts,
                                            toColumn(now)
                                        }));
    }

    /** The parts with these ids; ids may come again, so there may be several of one. */
    List<Part> list(Collection<String> messageIds) {
        return statements.list(
                FIND,
                row ->
                        new Part(
                                row.getString(1),
                                row.getLong(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getLong(6)),
                messageIds);
    }

    /**
     * Notes parts that are on the phone, in the caller's transaction, which excludes others who
     * note parts of the same texts.
     *
     * @return the dispatches of which no part is missing any more
     */
    Set<Long> deliver(Collection<Part> delivered) {
        List<Long> dispatches =
                delivered.stream().map(Part::dispatchId).distinct().sorted().toList();
        statements.list(
                "select id from dispatch where id = any(?) order by id for update",
                row -> row.getLong(1),
                dispatches);
        List<Object[]> rows = new ArrayList<>();
        delivered.forEach(part -> rows.add(new Object[] {part.messageId, part.dispatchId}));
        statements.batch(DELIVERED, rows.stream());
        return new HashSet<>(statements.list(WHOLE, row -> row.getLong(1), dispatches));
    }

    /** Deletes what is older than a moment. */
    public void purge(Instant before) {
        statements.update("delete from text_part where created_at < ?", toColumn(before));
    }
}

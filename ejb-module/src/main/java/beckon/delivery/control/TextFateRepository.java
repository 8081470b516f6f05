package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.connector.text.TextState;
import beckon.delivery.control.PartRepository.Part;
import beckon.delivery.control.TextReports.Fate;
import beckon.delivery.control.TextTally.Count;
import beckon.delivery.entity.DispatchTrouble;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Moves the dispatches of texts on when the message centre reports.
 *
 * <p>On the phone is on the phone, whatever was said before or is said afterwards. Rows are changed
 * in the order of their ids, as the consumers do.
 */
@ApplicationScoped
public class TextFateRepository {

    private static final String OVER =
            " due_at = null, lease = null, leased_until = null, answer_code = null, settled_at = ?,";
    private static final String LOCK =
            "select id from dispatch where id = any(?) order by id for update";
    private static final String DELIVER =
            "update dispatch set state = 'DELIVERED',"
                    + OVER
                    + " answer = null, trouble = null where state <> 'DELIVERED' and id = any(?)";
    private static final String FAIL =
            "update dispatch set state = 'FAILED',"
                    + OVER
                    + " answer = ?, trouble = ?"
                    + " where id = ? and state in ('SENT', 'SENDING', 'DELAYED', 'QUEUED')";
    private static final String CONFIRM =
            "update dispatch set state = 'SENT',"
                    + OVER
                    + " answer = null, trouble = null"
                    + " where id = ? and (state in ('DELAYED', 'QUEUED')"
                    + " or state = 'FAILED' and trouble = 'UNANSWERED')"
                    + " and exists (select 1 from text_doubt where dispatch_id = ?)";

    private Statements statements;
    private PartRepository parts;
    private TextTally tally;

    protected TextFateRepository() {}

    @Inject
    public TextFateRepository(DataSource dataSource, PartRepository parts, TextTally tally) {
        this.statements = new Statements(dataSource);
        this.parts = parts;
        this.tally = tally;
    }

    /** Writes down what was found out, in the caller's transaction. */
    void settle(List<Fate> fates, Instant now) {
        confirm(fates, now);
        fail(fates, now);
        deliver(fates, now);
    }

    /** What may have been taken has been. */
    private void confirm(List<Fate> fates, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (Fate fate : fates) {
            long id = fate.part().dispatchId();
            if (fate.state() == TextState.UNDER_WAY && fate.part().parts() == 1) {
                rows.add(new Object[] {toColumn(now), id, id});
            }
        }
        run(CONFIRM, rows, 1);
    }

    private void fail(List<Fate> fates, Instant now) {
        List<Fate> failed = new ArrayList<>();
        for (Fate fate : fates) {
            if (fate.state().isFinal() && fate.state() != TextState.DELIVERED) {
                failed.add(fate);
            }
        }
        failed.sort(Comparator.comparing(fate -> fate.part().dispatchId()));
        List<Object[]> rows = new ArrayList<>();
        for (Fate fate : failed) {
            String trouble = trouble(fate.state()).name();
            rows.add(new Object[] {toColumn(now), words(fate), trouble, fate.part().dispatchId()});
        }
        int[] changed = run(FAIL, rows, 3);
        Map<TextTally.Key, Count> counts = new HashMap<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] > 0) {
                counts.merge(key(failed.get(i).part()), new Count(0, 1), Count::plus);
            }
        }
        tally.add(counts, now);
    }

    private static TextTally.Key key(Part part) {
        return new TextTally.Key(part.accountId(), new PhoneNumber(part.recipient()).country());
    }

    private static DispatchTrouble trouble(TextState state) {
        return switch (state) {
            case EXPIRED -> DispatchTrouble.ABSENT;
            case REJECTED, DELETED -> DispatchTrouble.REJECTED;
            default -> DispatchTrouble.UNDELIVERABLE;
        };
    }

    private static String words(Fate fate) {
        String state = fate.state().name().toLowerCase(java.util.Locale.ROOT);
        return fate.error().isEmpty() ? state : state + " (" + fate.error() + ")";
    }

    private void deliver(List<Fate> fates, Instant now) {
        TreeSet<Long> whole = new TreeSet<>();
        Collection<Part> some = new ArrayList<>();
        for (Fate fate : fates) {
            if (fate.state() == TextState.DELIVERED) {
                if (fate.part().parts() == 1) {
                    whole.add(fate.part().dispatchId());
                } else {
                    some.add(fate.part());
                }
            }
        }
        if (!some.isEmpty()) {
            whole.addAll(parts.deliver(some));
        }
        if (!whole.isEmpty()) {
            statements.list(LOCK, row -> row.getLong(1), whole);
            statements.update(DELIVER, toColumn(now), whole);
        }
    }

    private int[] run(String sql, List<Object[]> rows, int id) {
        rows.sort(Comparator.comparing(row -> (Long) row[id]));
        return rows.isEmpty() ? new int[0] : statements.batch(sql, rows.stream());
    }
}

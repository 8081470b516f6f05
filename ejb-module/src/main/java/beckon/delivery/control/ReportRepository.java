package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.TextState;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Reports that nobody understands yet: they may be about what is just being written down. */
@ApplicationScoped
public class ReportRepository {

    /** After the last the report is none of ours. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10));

    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_IDS = 900;
    private static final String ADD =
            "insert into text_report"
                    + " (id, message_ids, state, reference, number, error, tries, due_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DUE =
            "select id, message_ids, state, reference, number, error, tries from text_report"
                    + " where due_at <= ? order by due_at limit ? for update skip locked";

    private Statements statements;
    private IdRepository ids;

    protected ReportRepository() {}

    @Inject
    public ReportRepository(DataSource dataSource, IdRepository ids) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
    }

    /**
     * A report with a history.
     *
     * @param tries how often it was not understood
     */
    record Parked(DeliveryReport report, int tries) {}

    /** Keeps reports for another try; those that have had enough are dropped. */
    void park(Collection<Parked> reports, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (Parked parked : reports) {
            DeliveryReport report = parked.report;
            String messageIds = String.join(" ", report.messageIds());
            if (parked.tries < WAITS.size() && messageIds.length() <= LONGEST_IDS) {
                rows.add(
                        new Object[] {
                            ids.next(),
                            messageIds,
                            report.state().name(),
                            report.reference(),
                            shortened(report.number()),
                            shortened(report.error()),
                            parked.tries + 1,
                            toColumn(now.plus(WAITS.get(parked.tries)))
                        });
            }
        }
        if (!rows.isEmpty()) {
            statements.batch(ADD, rows.stream());
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_NUMBER, text.length()));
    }

    /** Takes those that are due, in the caller's transaction. */
    List<Parked> takeDue(Instant now, int most) {
        List<Long> taken = new ArrayList<>();
        List<Parked> due =
                statements.list(
                        DUE,
                        row -> {
                            taken.add(row.getLong(1));
                            DeliveryReport report =
                                    new DeliveryReport(
                                            List.of(row.getString(2).split(" ")),
                                            TextState.valueOf(row.getString(3)),
                                            row.getObject(4, Integer.class),
                                            row.getString(5),
                                            row.getString(6));
                            return new Parked(report, row.getInt(7));
                        },
                        toColumn(now),
                        most);
        if (!taken.isEmpty()) {
            statements.update(
                    "delete from text_report where id in (" + Statements.marks(taken) + ")",
                    taken.toArray());
        }
        return due;
    }

    /** Lets all be tried again at once. */
    void hurry(Instant now) {
        statements.update(
                "update text_report set due_at = ?, tries = greatest(tries - 1, 1)"
                        + " where due_at > ?",
                toColumn(now),
                toColumn(now));
    }
}

package beckon.exchange.control;

import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.exchange.entity.Flaw;
import beckon.exchange.entity.ImportRow;
import beckon.exchange.entity.Remark;
import beckon.exchange.entity.RowOutcome;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rows of a file of contacts, as they were read and judged. */
@ApplicationScoped
public class ImportRowRepository {

    private static final String INSERT =
            "insert into exchange_row (import_id, number, name, company, emails, phones, note,"
                    + " outcome, kept, remarks) values (?, ?, ?, ?, ?, ?, ?, ?, false, ?)";

    private static final String COLUMNS =
            "select r.number, r.name, r.company, r.emails, r.phones, r.note, r.outcome, r.kept,"
                    + " r.remarks from exchange_row r where r.import_id = ?";

    private static final String TO_KEEP =
            COLUMNS
                    + " and r.kept = false and r.outcome in ('NEW', 'COMPLETED')"
                    + " order by r.number limit ?";

    private Statements statements;

    protected ImportRowRepository() {}

    @Inject
    public ImportRowRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Puts these rows in the place of those that an import has. */
    void replace(long importId, List<ReadRow> rows) {
        statements.update("delete from exchange_row where import_id = ?", importId);
        for (int from = 0; from < rows.size(); from += 1_000) {
            List<ReadRow> some = rows.subList(from, Math.min(from + 1_000, rows.size()));
            statements.batch(INSERT, some.stream().map(row -> values(importId, row)));
        }
    }

    /** The first rows that are to be kept and are not yet. */
    List<ReadRow> listToKeep(long importId, int most) {
        return statements.list(TO_KEEP, ImportRowRepository::readRow, importId, most);
    }

    /** Notes what has become of rows that were to be kept. */
    void settle(long importId, List<Integer> numbers, List<RowOutcome> outcomes) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            RowOutcome outcome = outcomes.get(i);
            rows.add(new Object[] {outcome.name(), outcome.isKept(), importId, numbers.get(i)});
        }
        statements.batch(
                "update exchange_row set outcome = ?, kept = ? where import_id = ? and number = ?",
                rows.stream());
    }

    /** How many rows have each outcome. */
    Map<RowOutcome, Long> count(long importId) {
        Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
        statements
                .list(
                        "select r.outcome, count(*) from exchange_row r where r.import_id = ?"
                                + " group by r.outcome",
                        row -> Map.entry(RowOutcome.valueOf(row.getString(1)), row.getLong(2)),
                        importId)
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    long countKept(long importId) {
        return statements.number(
                "select count(*) from exchange_row r where r.import_id = ? and r.kept = true",
                importId);
    }

    /** Rows in the order of the file; of one outcome, or of all if it is null. */
    List<ImportRow> list(long importId, RowOutcome outcome, long offset, int size) {
        List<Object> values = new ArrayList<>(List.of(importId));
        String which = "";
        if (outcome != null) {
            which = " and r.outcome = ?";
            values.add(outcome.name());
        }
        values.add(size);
        values.add(offset);
        return statements.list(
                COLUMNS + which + " order by r.number limit ? offset ?",
                ImportRowRepository::row,
                values.toArray());
    }

    private static Object[] values(long importId, ReadRow row) {
        PersonalContact contact = row.contact();
        boolean none = contact == null;
        return new Object[] {
            importId,
            row.number(),
            none ? "" : contact.name(),
            none ? null : contact.company(),
            none ? null : lines(contact.emails(), one -> label(one.label()) + one.email().typed()),
            none ? null : lines(contact.phones(), one -> label(one.label()) + one.phone().e164()),
            none ? null : contact.note(),
            row.outcome().name(),
            lines(row.remarks(), one -> one.flaw() + " " + one.value())
        };
    }

    private static <T> String lines(List<T> values, Function<T, String> line) {
        return values.isEmpty()
                ? null
                : values.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String label(ContactLabel label) {
        return (label == null ? "-" : label.name()) + " ";
    }

    private static ReadRow readRow(ResultSet row) throws SQLException {
        return new ReadRow(
                row.getInt(1),
                new PersonalContact(
                        row.getString(2),
                        row.getString(3),
                        parts(row.getString(4))
                                .map(
                                        one ->
                                                new LabelledAddress(
                                                        EmailAddress.of(one[1]), label(one[0])))
                                .toList(),
                        parts(row.getString(5))
                                .map(
                                        one ->
                                                new LabelledNumber(
                                                        new PhoneNumber(one[1]), label(one[0])))
                                .toList(),
                        row.getString(6)),
                RowOutcome.valueOf(row.getString(7)),
                List.of());
    }

    private static ContactLabel label(String name) {
        return name.equals("-") ? null : ContactLabel.valueOf(name);
    }

    private static ImportRow row(ResultSet row) throws SQLException {
        return new ImportRow(
                row.getInt(1),
                row.getString(2),
                first(row.getString(4)),
                first(row.getString(5)),
                RowOutcome.valueOf(row.getString(7)),
                row.getBoolean(8),
                parts(row.getString(9))
                        .map(one -> new Remark(Flaw.valueOf(one[0]), one[1]))
                        .toList());
    }

    private static String first(String lines) {
        return parts(lines).findFirst().map(one -> one[1]).orElse(null);
    }

    private static Stream<String[]> parts(String lines) {
        return lines == null
                ? Stream.empty()
                : lines.lines()
                        .map(
                                line -> {
                                    int at = line.indexOf(' ');
                                    return new String[] {
                                        line.substring(0, at), line.substring(at + 1)
                                    };
                                });
    }
}

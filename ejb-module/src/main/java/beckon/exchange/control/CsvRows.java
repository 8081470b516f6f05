package beckon.exchange.control;

import beckon.contact.entity.ContactLabel;
import beckon.exchange.entity.Column;
import java.util.List;
import java.util.regex.Pattern;

/** Turns rows of cells into drafts, by what their columns mean. */
final class CsvRows {
    /** How exports write several values into one cell: ours, and Google's. */
    static final String BETWEEN = " ::: ";

    private static final Pattern PARTS = Pattern.compile("\\s*:::\\s*");

    private CsvRows() {}

    static List<Draft> drafts(List<List<String>> rows, List<Column> columns, String homeCountry) {
        return rows.stream().map(row -> draft(row, columns, homeCountry)).toList();
    }

    private static Draft draft(List<String> row, List<Column> columns, String homeCountry) {
        Draft draft = new Draft(homeCountry);
        for (Column first : List.of(Column.NAME, Column.FIRST_NAME, Column.LAST_NAME)) {
            if (first == Column.NAME || !isNamed(row, columns)) {
                each(row, columns, first, draft);
            }
        }
        for (int at = 0; at < Math.min(row.size(), columns.size()); at++) {
            for (String part : PARTS.split(Spreadsheet.plain(row.get(at)))) {
                fill(draft, columns.get(at), part);
            }
        }
        return draft;
    }

    /** Whether a column for the whole name says something; then its parts say it again. */
    private static boolean isNamed(List<String> row, List<Column> columns) {
        for (int at = 0; at < Math.min(row.size(), columns.size()); at++) {
            if (columns.get(at) == Column.NAME && !row.get(at).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static void each(List<String> row, List<Column> columns, Column one, Draft draft) {
        for (int at = 0; at < Math.min(row.size(), columns.size()); at++) {
            if (columns.get(at) == one) {
                draft.name(Spreadsheet.plain(row.get(at)));
            }
        }
    }

    private static void fill(Draft draft, Column column, String text) {
        switch (column) {
            case COMPANY -> draft.company(text);
            case NOTE -> draft.note(text);
            case EMAIL -> draft.email(text, null);
            case EMAIL_WORK -> draft.email(text, ContactLabel.WORK);
            case EMAIL_HOME -> draft.email(text, ContactLabel.HOME);
            case PHONE -> draft.phone(text, null);
            case PHONE_MOBILE -> draft.phone(text, ContactLabel.MOBILE);
            case PHONE_WORK -> draft.phone(text, ContactLabel.WORK);
            case PHONE_HOME -> draft.phone(text, ContactLabel.HOME);
            case IGNORED, NAME, FIRST_NAME, LAST_NAME -> {}
        }
    }
}

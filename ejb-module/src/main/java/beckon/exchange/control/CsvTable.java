package beckon.exchange.control;

import beckon.exchange.entity.ImportReason;
import beckon.shared.RefusalException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, parted by whatever it is parted by. */
final class CsvTable {
    static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_SNIFFED = 20_000;
    private static final String SEPARATORS = ",;\t|";

    private CsvTable() {}

    /**
     * All rows that are not empty, those with the names of the columns included.
     *
     * @throws RefusalException TOO_MANY_ROWS, FILE_BROKEN
     */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        long line = 0;
        try (CSVParser parser = format(text).parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                List<String> row = record.stream().limit(MOST_COLUMNS).toList();
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS + 1) {
                    throw tooManyRows();
                }
                line = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new RefusalException(ImportReason.FILE_BROKEN, line);
        }
        return rows;
    }

    static RefusalException tooManyRows() {
        return new RefusalException(ImportReason.TOO_MANY_ROWS, MOST_ROWS);
    }

    private static CSVFormat format(String text) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreSurroundingSpaces(true)
                .build();
    }

    /** The one that stands most often in the first line, outside of quotes. */
    private static char separator(String text) {
        String first = firstLine(text);
        return SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .max(Comparator.comparingLong(c -> first.chars().filter(each -> each == c).count()))
                .filter(c -> first.indexOf(c) >= 0)
                .orElse(',');
    }

    private static String firstLine(String text) {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (char c : text.substring(0, Math.min(text.length(), MOST_SNIFFED)).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && !line.isEmpty()) {
                break;
            } else if (!quoted) {
                line.append(c);
            }
        }
        return line.toString();
    }

    /** How many columns there are. */
    static int width(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The first rows, none with a cell longer than somebody would read. */
    static List<List<String>> sample(List<List<String>> rows, int count, int longest) {
        return rows.stream()
                .limit(count)
                .map(row -> row.stream().map(cell -> shortened(cell, longest)).toList())
                .toList();
    }

    private static String shortened(String cell, int longest) {
        return cell.length() <= longest ? cell : cell.substring(0, longest - 1) + "…";
    }

    /** Cells of all rows, one after the other. */
    static Stream<String> cells(List<List<String>> rows) {
        return rows.stream().flatMap(List::stream);
    }
}

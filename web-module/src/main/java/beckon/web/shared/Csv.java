package beckon.web.shared;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as files that spreadsheets open (RFC 4180), and calculate nothing of. */
public final class Csv {

    /** By which spreadsheets know that it is UTF-8. */
    public static final String BEGIN = "\uFEFF";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** One line with its end. */
    public static String line(Stream<?> values) {
        return values.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}

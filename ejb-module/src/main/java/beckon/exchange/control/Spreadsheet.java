package beckon.exchange.control;

import java.util.regex.Pattern;

/** Cells that a spreadsheet shows and never calculates. */
final class Spreadsheet {
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\\u00a0]*[=+\\-@\\t\\r＝＋－＠].*");
    private static final Pattern MADE_SAFE =
            Pattern.compile("(?s)'[\\s\\u00a0]*[=+\\-@\\t\\r＝＋－＠].*");

    private Spreadsheet() {}

    /** With an apostrophe before it, if it could be taken for a formula. */
    static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What {@link #safe} was given. */
    static String plain(String cell) {
        return MADE_SAFE.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}

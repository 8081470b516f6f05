package beckon.invitation.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parts a typed or pasted text into pieces that hold one address each, or none. */
final class RecipientSplitter {
    static final String MAILTO = "mailto:";

    private static final String SEPARATORS = ",;\uFF0C\uFF1B\u3001";

    /** No quoted name and no bracketed address is longer; looking no further keeps this linear. */
    private static final int REACH = 600;

    private final List<String> pieces = new ArrayList<>();

    private RecipientSplitter() {}

    static List<String> split(String text) {
        var splitter = new RecipientSplitter();
        List<String> rows = VisibleText.of(text).lines().filter(row -> !row.isBlank()).toList();
        for (int i = 0; i < rows.size(); i++) {
            boolean mayBeHeading = i == 0 && rows.size() > 1 && isTable(rows.get(1));
            splitter.addRow(rows.get(i), mayBeHeading);
        }
        return splitter.pieces;
    }

    private static boolean isTable(String row) {
        return row.indexOf('\t') >= 0 && row.indexOf('@') >= 0;
    }

    /** A row with one address is of a spreadsheet; one with several is a list parted by tabs. */
    private void addRow(String row, boolean mayBeHeading) {
        if (row.indexOf('\t') < 0) {
            addList(row);
            return;
        }
        List<String> cells = Arrays.asList(row.split("\t"));
        long addresses = cells.stream().filter(cell -> cell.contains("@")).count();
        if (addresses == 1) {
            cells.stream().filter(cell -> cell.contains("@")).forEach(this::addList);
        } else if (addresses > 1) {
            cells.forEach(this::addList);
        } else if (!mayBeHeading) {
            add(row.replace('\t', ' '));
        }
    }

    /** A list with separators; those in quotation marks, angle brackets or a link part nothing. */
    private void addList(String list) {
        int start = 0;
        int i = 0;
        while (i < list.length()) {
            char c = list.charAt(i);
            if (c == '"') {
                i = afterQuoted(list, i);
            } else if (c == '<' && closing(list, i) > 0) {
                i = closing(list, i) + 1;
                add(list.substring(start, i));
                start = i = afterRemark(list, i);
            } else if (isSeparator(c) && !isInQuery(list, start, i)) {
                addBeforeSeparator(list, start, i);
                start = ++i;
            } else {
                i++;
            }
        }
        add(list.substring(start));
    }

    private static boolean isSeparator(char c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    private static int afterQuoted(String list, int open) {
        int end = Math.min(list.length(), open + REACH);
        for (int i = open + 1; i < end; i++) {
            if (list.charAt(i) == '\\') {
                i++;
            } else if (list.charAt(i) == '"') {
                return i + 1;
            }
        }
        return open + 1;
    }

    private static int closing(String list, int open) {
        int end = Math.min(list.length(), open + REACH);
        for (int i = open + 1; i < end && list.charAt(i) != '<'; i++) {
            if (list.charAt(i) == '>') {
                return i;
            }
        }
        return -1;
    }

    /** What stands between a bracket and the next separator is a remark, unless it goes on. */
    private static int afterRemark(String list, int from) {
        for (int i = from; i < list.length(); i++) {
            char c = list.charAt(i);
            if (isSeparator(c)) {
                return i + 1;
            }
            if (c == '<' || c == '"' || c == '@') {
                return from;
            }
        }
        return list.length();
    }

    /** The subject of a {@code mailto:} link may have commas; a new piece follows on a space. */
    private static boolean isInQuery(String list, int start, int separator) {
        boolean glued = separator + 1 < list.length() && list.charAt(separator + 1) != ' ';
        if (!glued || separator - start > REACH) {
            return false;
        }
        String piece = list.substring(start, separator).strip();
        return isLink(piece) && piece.indexOf('?') >= 0;
    }

    static boolean isLink(String piece) {
        return piece.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
    }

    /** {@code Doe, Jane <j@x.co>} without quotation marks: before the comma stands a name. */
    private void addBeforeSeparator(String list, int start, int separator) {
        String piece = list.substring(start, separator);
        if (list.charAt(separator) != ',' || !isName(piece) || !isNamed(list, separator + 1)) {
            add(piece);
        }
    }

    private static boolean isName(String piece) {
        return piece.codePoints()
                .allMatch(c -> Character.isLetter(c) || " .'\u2019-".indexOf(c) >= 0);
    }

    private static boolean isNamed(String list, int from) {
        int open = from;
        while (open < list.length() && list.charAt(open) != '<') {
            if (!isName(list.substring(open, open + 1))
                    && !Character.isSurrogate(list.charAt(open))) {
                return false;
            }
            open++;
        }
        int close = open < list.length() ? closing(list, open) : -1;
        return close > 0
                && !list.substring(from, open).isBlank()
                && list.substring(open, close).contains("@");
    }

    private void add(String piece) {
        String stripped = piece.strip();
        String[] words = stripped.split(" +");
        boolean eachAnAddress =
                words.length > 1
                        && stripped.indexOf('"') < 0
                        && Arrays.stream(words).allMatch(word -> word.indexOf('@') > 0);
        if (eachAnAddress) {
            pieces.addAll(List.of(words));
        } else if (!stripped.isEmpty()) {
            pieces.add(stripped);
        }
    }
}

package beckon.delivery.control;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes what somebody typed harmless in a mail: it stays readable, but is neither structure nor a
 * link.
 *
 * <p>Mail programs make links of whatever looks like one, also in plain text; therefore {@code
 * https://evil.example} becomes {@code https[:]//evil[.]example}.
 */
final class PlainWords {

    private static final int MAX_NAME = 120;
    private static final int MAX_SUBJECT = 250;
    private static final int MAX_MESSAGE = 2_000;
    private static final Pattern SCHEME = Pattern.compile(":(?=//)");
    private static final Pattern DOT_IN_HOST =
            Pattern.compile("(?<=[\\p{L}\\p{N}])[.\u3002\uFF0E\uFF61](?=\\p{L}{2}|xn--)");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PlainWords() {}

    /** One line without links, such as a name; empty for nothing. */
    static String ofName(String typed) {
        if (typed == null) {
            return "";
        }
        String line = SPACES.matcher(visible(typed)).replaceAll(" ").strip();
        return withoutLinks(shortened(line, MAX_NAME));
    }

    /** One line without links, such as a subject. */
    static String ofSubject(String typed) {
        String line = SPACES.matcher(visible(typed)).replaceAll(" ").strip();
        return withoutLinks(shortened(line, MAX_SUBJECT));
    }

    /** Lines without links; none for nothing. */
    static List<String> ofMessage(String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        return LINE_BREAK
                .splitAsStream(shortened(typed, MAX_MESSAGE).strip())
                .map(PlainWords::visible)
                .map(line -> withoutLinks(line.stripTrailing()))
                .toList();
    }

    private static String withoutLinks(String text) {
        if (text.indexOf('.') < 0 && text.indexOf(':') < 0 && isAscii(text)) {
            return text;
        }
        return SCHEME.matcher(DOT_IN_HOST.matcher(text).replaceAll("[.]")).replaceAll("[:]");
    }

    /** Without controls and without what changes the direction of what follows. */
    private static String visible(String text) {
        if (isPrintableAscii(text)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> !isHidden(c))
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isHidden(int c) {
        // joiners stay: emoji of families and several scripts need them
        boolean joiner = c == 0x200C || c == 0x200D;
        int type = Character.getType(c);
        return type == Character.FORMAT && !joiner
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, halved ? most - 1 : most);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}

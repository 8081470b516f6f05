package beckon.web.invitation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A {@code mailto:} link (RFC 6068) that opens a new mail with subject and body in whatever program
 * its reader uses.
 *
 * <p>All is percent-encoded, so that nothing that people are called adds a field or a recipient,
 * and short enough for every program.
 */
final class MailLink {
    /** Some programs cut off what is longer. */
    static final int LONGEST = 1_800;

    private static final int[] NAME_LENGTHS = {60, 40, 20, 10, 1};

    private MailLink() {}

    /**
     * The longest of some links that every program takes.
     *
     * @param link makes one in which each name has no more characters than this
     */
    static String fitting(IntFunction<String> link) {
        return IntStream.of(NAME_LENGTHS)
                .mapToObj(link)
                .filter(each -> each.length() < LONGEST)
                .findFirst()
                .orElseThrow();
    }

    /** The link; line ends in the body are kept, all others become spaces. */
    static String of(String subject, String body) {
        return "mailto:?subject=" + encoded(oneLine(subject)) + "&body=" + encoded(lines(body));
    }

    /** A name of which a mail has no more than this, without what nobody sees. */
    static String shortened(String name, int longest) {
        String visible = oneLine(name).strip();
        if (visible.codePointCount(0, visible.length()) <= longest) {
            return visible;
        }
        return visible.substring(0, visible.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }

    private static String oneLine(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE && !isDirection(c))
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200E
                || c == 0x200F
                || c == 0x2028
                || c == 0x2029;
    }

    private static String lines(String body) {
        return String.join("\r\n", body.lines().map(MailLink::oneLine).toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

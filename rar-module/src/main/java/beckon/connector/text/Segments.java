package beckon.connector.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into what fits one message each.
 *
 * <p>What people see as one character stays whole: an escape pair, a surrogate pair, a letter with
 * its accents, a family of emoji. Only a character larger than a whole message is cut, between its
 * code points.
 *
 * @param parts at least one; together they are the text
 * @param remaining units that the last part still has room for
 */
public record Segments(TextEncoding encoding, List<String> parts, int remaining) {

    /** As many as the header of a joined message can count. */
    public static final int MOST = 255;

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    public Segments {
        parts = List.copyOf(parts);
    }

    /**
     * Cuts a text.
     *
     * @throws IllegalArgumentException if it takes more than {@link #MOST} parts
     */
    public static Segments of(String text) {
        TextEncoding encoding = TextEncoding.of(text);
        int units = encoding.units(text);
        if (units <= encoding.single()) {
            return new Segments(encoding, List.of(text), encoding.single() - units);
        }
        return new Cut(encoding).through(text);
    }

    /** How many messages it takes. */
    public int count() {
        return parts.size();
    }

    private static final class Cut {

        private final TextEncoding encoding;
        private final List<String> parts = new ArrayList<>();
        private StringBuilder part = new StringBuilder();
        private int taken;

        Cut(TextEncoding encoding) {
            this.encoding = encoding;
        }

        Segments through(String text) {
            Matcher characters = CHARACTER.matcher(text);
            while (characters.find()) {
                String character = characters.group();
                if (encoding.units(character) <= encoding.joined()) {
                    append(character);
                } else {
                    character.codePoints().mapToObj(Character::toString).forEach(this::append);
                }
            }
            parts.add(part.toString());
            if (parts.size() > MOST) {
                throw new IllegalArgumentException("a text too long to be sent");
            }
            return new Segments(encoding, parts, encoding.joined() - taken);
        }

        private void append(String character) {
            int units = encoding.units(character);
            if (taken + units > encoding.joined()) {
                parts.add(part.toString());
                part = new StringBuilder();
                taken = 0;
            }
            part.append(character);
            taken += units;
        }
    }
}

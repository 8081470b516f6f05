package beckon.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Finds what phones and mail programs make a link of, in words that are to have none. */
public final class ForeignLinks {

    /** An address of the web, a name with a domain, four numbers. */
    private static final Pattern LINK =
            Pattern.compile(
                    "://|[\\p{L}\\p{M}\\p{N}\\p{So}\\p{Sk}][.\u3002](?:\\p{L}{2}|xn--)"
                            + "|(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private ForeignLinks() {}

    public static boolean areIn(String words) {
        return LINK.matcher(asRead(words)).find();
    }

    /** The same words, in which nothing is a link any more. */
    public static String defused(String words) {
        return areIn(words) ? asRead(words).replaceAll("[:./\u3002]+", " ") : words;
    }

    /** Without what nobody sees, and with the plain form of what only looks different. */
    private static String asRead(String words) {
        String seen = UNSEEN.matcher(words).replaceAll("");
        return Normalizer.normalize(seen, Normalizer.Form.NFKC);
    }
}

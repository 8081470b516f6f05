package beckon.shared;

import java.text.Normalizer;
import java.util.Locale;

/** Names as lists compare them: lower-case, accents off. */
public final class FoldedText {

    private static final int MAX_KEY = 254;

    private FoldedText() {}

    /** {@code Ångström} and {@code angstrom} are the same. */
    public static String of(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replace("ß", "ss")
                        .replace("æ", "ae")
                        .replace("œ", "oe")
                        .replace("þ", "th")
                        .replace('ø', 'o')
                        .replace('đ', 'd')
                        .replace('ð', 'd')
                        .replace('ł', 'l')
                        .replace('ħ', 'h')
                        .replace('ı', 'i');
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** What a list is sorted by. */
    public static String sortKey(String displayName) {
        String key = of(displayName).strip();
        return key.length() <= MAX_KEY ? key : key.substring(0, MAX_KEY);
    }
}

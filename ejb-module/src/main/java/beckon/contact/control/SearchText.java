package beckon.contact.control;

import beckon.shared.FoldedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How names, addresses and numbers are made comparable: lower-case, without accents, word by word.
 *
 * <p>A contact is found if every word of the query begins one of its own. A number is found from
 * any of its digits on, whatever the notation; a name in a script without spaces from any of its
 * characters on.
 */
public final class SearchText {

    private static final int MAX_WORD = 64;
    private static final int MAX_QUERY_WORDS = 6;
    private static final int SHORTEST_NUMBER = 3;

    private SearchText() {}

    /** Lower-case, accents off; {@code Ångström} and {@code angstrom} are the same. */
    static String fold(String text) {
        return FoldedText.of(text);
    }

    /** What a list is sorted by. */
    static String sortKey(String displayName) {
        return FoldedText.sortKey(displayName);
    }

    /** All that a contact is found by; each may be null. */
    static Set<String> words(String displayName, String emailKey, String phone) {
        return words(displayName, emailKey, phone, null);
    }

    /**
     * The same of one with further addresses and numbers.
     *
     * @param further keys of addresses, and numbers, parted by spaces; may be null
     */
    static Set<String> words(String displayName, String emailKey, String phone, String further) {
        Set<String> words = new LinkedHashSet<>();
        addWords(words, displayName);
        addAddress(words, emailKey);
        addNumber(words, phone);
        for (String each : further == null ? new String[0] : further.split(" ")) {
            if (each.indexOf('@') > 0) {
                addAddress(words, each);
            } else {
                addNumber(words, each);
            }
        }
        return words;
    }

    private static void addAddress(Set<String> words, String emailKey) {
        addWords(words, emailKey);
        if (emailKey != null) {
            words.add(cut(emailKey));
        }
    }

    private static void addNumber(Set<String> words, String phone) {
        if (phone != null) {
            String digits = phone.replaceAll("\\D", "");
            for (int start = 0; start <= digits.length() - SHORTEST_NUMBER; start++) {
                words.add(digits.substring(start));
            }
        }
    }

    /** The words of a query; none if there is nothing to search for. */
    public static List<String> queryWords(String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.matches("[+\\d\\s()./-]+")) {
            String digits = stripped.replaceAll("\\D", "").replaceFirst("^0+", "");
            if (digits.length() >= SHORTEST_NUMBER) {
                return List.of(digits);
            }
        }
        List<String> words = new ArrayList<>();
        for (String part : fold(stripped).split("\\s+")) {
            if (part.indexOf('@') > 0) {
                words.add(cut(part));
            } else {
                addQueryWords(words, part);
            }
        }
        return words.subList(0, Math.min(words.size(), MAX_QUERY_WORDS));
    }

    /** Whether each of the query's words begins one of these. */
    static boolean matches(Set<String> words, List<String> query) {
        return query.stream().allMatch(q -> words.stream().anyMatch(w -> w.startsWith(q)));
    }

    private static void addWords(Set<String> words, String text) {
        if (text == null) {
            return;
        }
        for (String word : split(text)) {
            words.add(cut(word));
            for (int i = 1; i < word.length(); i++) {
                if (Character.isIdeographic(word.codePointAt(i)) || isKana(word.charAt(i))) {
                    words.add(cut(word.substring(i)));
                }
            }
        }
    }

    private static void addQueryWords(List<String> words, String part) {
        for (String word : split(part)) {
            words.add(cut(word));
        }
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        for (String word : fold(text).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isKana(char c) {
        return c >= '\u3040' && c <= '\u30ff';
    }

    private static String cut(String word) {
        return word.length() <= MAX_WORD ? word : word.substring(0, MAX_WORD);
    }
}

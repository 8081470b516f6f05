package beckon.delivery.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a company says in its mails in the place of our words: made harmless like all that people
 * type, and filled in one go, so that a name is never read as a placeholder.
 */
final class OwnWords {
    private static final List<String> NAMES = List.of("inviter", "company", "expiry");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(inviter|company|expiry)}");

    private OwnWords() {}

    /** Placeholders in the order of a sentence's arguments; our address is none. */
    static String[] placeholders() {
        return new String[] {"{inviter}", "{company}", "{expiry}", ""};
    }

    static Optional<String> subject(Map<String, String> model, String[] arguments) {
        return Optional.ofNullable(model.get("subject"))
                .map(words -> PlainWords.ofSubject(filled(words, arguments)));
    }

    /** Its lines; none where our words stay. */
    static List<String> opening(Map<String, String> model, String[] arguments) {
        String words = model.get("opening");
        return words == null ? List.of() : PlainWords.ofMessage(filled(words, arguments));
    }

    private static String filled(String words, String[] arguments) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(arguments[NAMES.indexOf(found.group(1))]));
    }
}

package beckon.delivery.control;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;

/**
 * The words of our mails in one language, parsed once.
 *
 * <p>The bundle is written as for {@code MessageFormat}, which would parse each sentence for each
 * mail; it needs plain placeholders only, and typographic apostrophes.
 */
final class MailWords {

    private static final String BUNDLE = "beckon.delivery.message";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final DateTimeFormatter moment;
    private final Map<String, Sentence> sentences = new HashMap<>();

    MailWords(Locale locale) {
        this.locale = locale;
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        MailWords.class.getClassLoader(),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        moment = DateTimeFormatter.ofPattern(bundle.getString("moment"), locale);
        for (String key : bundle.keySet()) {
            sentences.put(key, Sentence.of(bundle.getString(key)));
        }
    }

    String get(String key, String... arguments) {
        Sentence sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return sentence.with(arguments);
    }

    /** The moment as one writes it in this language. */
    String moment(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        String written = moment.format(utc);
        boolean ordinal = locale.equals(Locale.FRENCH) && utc.getDayOfMonth() == 1;
        return ordinal ? written.replaceFirst("^1 ", "1er ") : written;
    }

    private record Sentence(String[] literals, int[] placeholders) {

        static Sentence of(String pattern) {
            int[] placeholders =
                    PLACEHOLDER
                            .matcher(pattern)
                            .results()
                            .mapToInt(found -> Integer.parseInt(found.group(1)))
                            .toArray();
            return new Sentence(PLACEHOLDER.split(pattern, -1), placeholders);
        }

        String with(String... arguments) {
            if (placeholders.length == 0) {
                return literals[0];
            }
            StringBuilder sentence = new StringBuilder(120).append(literals[0]);
            for (int i = 0; i < placeholders.length; i++) {
                sentence.append(arguments[placeholders[i]]).append(literals[i + 1]);
            }
            return sentence.toString();
        }
    }
}

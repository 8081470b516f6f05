package beckon.web.api.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts for readers outside Faces, in the best of our languages that they understand. */
public final class Words {
    private static final String TEXT = "beckon.web.text";
    private static final String VALIDATION = "ValidationMessages";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);
    private static final Control NO_FALLBACK =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
    }

    /** The words for an {@code Accept-Language} header; English for none or a broken one. */
    public static Words of(String acceptLanguage) {
        return new Words(negotiate(acceptLanguage));
    }

    public Locale locale() {
        return locale;
    }

    /** The text under a key, its placeholders filled; empty if there is none. */
    public Optional<String> find(String key, Object... arguments) {
        return find(TEXT, key).map(pattern -> new MessageFormat(pattern, locale).format(arguments));
    }

    /** The text under a key that is known to exist. */
    public String get(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalStateException("no text " + key));
    }

    /** What a constraint says: the text behind a template such as <code>{person.missing}</code>. */
    public Optional<String> findConstraint(String template) {
        return template.startsWith("{") && template.endsWith("}")
                ? find(VALIDATION, template.substring(1, template.length() - 1))
                : Optional.empty();
    }

    private Optional<String> find(String bundle, String key) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            ResourceBundle texts = ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK);
            return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static Locale negotiate(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}

package beckon.signup.control;

import beckon.shared.TokenHash;
import beckon.signup.entity.TermsDocuments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents in force.
 *
 * <p>Their version is made of their content, in all languages: whoever edits one cannot forget to
 * have everybody asked again.
 */
@ApplicationScoped
public class TermsRegister {
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final List<String> NAMES =
            List.of("terms-of-service", "privacy-notice", "acceptable-use-policy");
    private static final int VERSION_LENGTH = 12;

    private final Map<String, String> texts = new TreeMap<>();
    private String version;

    /** Reads the documents; without one of them there is no sign-up. */
    @PostConstruct
    public void load() {
        for (String name : NAMES) {
            for (String language : LANGUAGES) {
                texts.put(key(name, language), read(key(name, language)));
            }
        }
        settleVersion();
    }

    private void settleVersion() {
        version = TokenHash.hex(texts.toString()).substring(0, VERSION_LENGTH);
    }

    /** Puts another text in force. */
    void replace(String key, String text) {
        texts.put(key, text);
        settleVersion();
    }

    /** The version of all documents together. */
    public String version() {
        return version;
    }

    /** The documents in that language, in English if there is no such one. */
    public TermsDocuments get(String language) {
        String known = known(language);
        return new TermsDocuments(
                version,
                known,
                DocumentText.toHtml(texts.get(key(NAMES.get(0), known))),
                DocumentText.toHtml(texts.get(key(NAMES.get(1), known))),
                DocumentText.toHtml(texts.get(key(NAMES.get(2), known))));
    }

    /** The language in which somebody who asks for that one reads them. */
    public String known(String language) {
        return LANGUAGES.contains(language) ? language : LANGUAGES.get(0);
    }

    private static String key(String name, String language) {
        return name + "_" + language;
    }

    private static String read(String key) {
        String path = "/beckon/signup/" + key + ".txt";
        try (InputStream document = TermsRegister.class.getResourceAsStream(path)) {
            if (document == null) {
                throw new IllegalStateException("no document " + path);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the document " + path, e);
        }
    }
}

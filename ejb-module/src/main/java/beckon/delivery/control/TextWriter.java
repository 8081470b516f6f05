package beckon.delivery.control;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.Segments;
import beckon.connector.text.TextEncoding;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.TextMeasure;
import beckon.shared.PhoneNumber;
import beckon.shared.Settings;
import beckon.shared.SixDigits;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a text of a dispatch; besides mails, the one place where a link's token is in clear.
 *
 * <p>{@code invitation}: the words of the model's {@code text}, and after them the link of a file
 * if the model names one ({@code fileNonce}, {@code fileKeyId}). {@code appLink}, {@code
 * phoneCode}: words of ours.
 */
@ApplicationScoped
public class TextWriter {

    /** Stands for the link in the words. */
    private static final String LINK = "{link}";

    private static final String FILE = "attachment";

    /** Of a token's length, so that nobody is surprised by another segment. */
    private static final String EXAMPLE = "preview-".repeat(6).substring(0, 43);

    private final Map<String, MailWords> languages =
            Map.of("en", new MailWords(Locale.ENGLISH), "fr", new MailWords(Locale.FRENCH));

    private TokenKeys keys;
    private ReceiptSeals receipts;
    private Settings settings;

    protected TextWriter() {}

    @Inject
    public TextWriter(TokenKeys keys, ReceiptSeals receipts, Settings settings) {
        this.keys = keys;
        this.receipts = receipts;
        this.settings = settings;
    }

    /**
     * The text as it goes out.
     *
     * @throws IllegalArgumentException if the dispatch makes no text
     */
    OutgoingText write(Dispatch dispatch) {
        String number = new PhoneNumber(dispatch.recipient()).e164();
        return new OutgoingText(
                dispatch.id(), number, words(dispatch), receipts.receipt(dispatch.id()));
    }

    /** In how many parts it goes out. */
    int countSegments(Dispatch dispatch) {
        return Segments.of(words(dispatch)).count();
    }

    private String words(Dispatch dispatch) {
        Map<String, String> model = dispatch.model();
        return switch (dispatch.template()) {
            case "appLink" ->
                    languages
                            .getOrDefault(dispatch.language(), languages.get("en"))
                            .get("appLink.text", settings.baseUrl() + "/");
            case "phoneCode" ->
                    languages
                            .getOrDefault(dispatch.language(), languages.get("en"))
                            .get(
                                    "phoneCode.text",
                                    SixDigits.of(keys.derive(dispatch.tokenSource())));
            case "invitation" -> {
                String words = model.get("text");
                if (words == null || dispatch.tokenSource() == null) {
                    throw new IllegalArgumentException("an invitation without words or link");
                }
                String file = model.get("fileNonce");
                yield compose(
                        words,
                        keys.derive(dispatch.tokenSource()).secret(),
                        file == null ? null : fileToken(file, model.get("fileKeyId")));
            }
            default -> throw new IllegalArgumentException("no text " + dispatch.template());
        };
    }

    private String fileToken(String nonce, String keyId) {
        byte[] octets = Base64.getUrlDecoder().decode(nonce);
        return keys.derive(new TokenSource(FILE, octets, keyId)).secret();
    }

    private String compose(String words, String token, String fileToken) {
        String text = words.replace(LINK, settings.baseUrl() + "/join/" + token);
        return fileToken == null ? text : text + "\n" + settings.baseUrl() + "/file/" + fileToken;
    }

    /** An invitation with links of the right length that lead to nothing. */
    public String preview(String words, boolean withFile) {
        return compose(words, EXAMPLE, withFile ? EXAMPLE : null);
    }

    /**
     * What an invitation with these words takes.
     *
     * @throws IllegalArgumentException if it is longer than any text can be
     */
    public TextMeasure measure(String words, boolean withFile) {
        String text = preview(words, withFile);
        Segments segments = Segments.of(text);
        TextEncoding encoding = segments.encoding();
        int characters = encoding.units(text);
        return new TextMeasure(
                encoding == TextEncoding.GSM_7 ? "GSM-7" : "UCS-2",
                characters,
                characters + segments.remaining(),
                segments.count());
    }
}

package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.TextMeasure;
import beckon.shared.Seal;
import beckon.shared.Settings;
import beckon.shared.Token;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextWriterTest {

    private static final String SECRET = "s".repeat(43);
    private static final TokenSource SOURCE = new TokenSource("invitation", new byte[16], "key");

    private final TextWriter texts =
            new TextWriter(
                    new NamingKeys(),
                    new ReceiptSeals(new NamingKeys()),
                    new Settings(Map.of("BECKON_BASE_URL", "https://beckon.example")));

    private static Dispatch dispatch(String template, String language, Map<String, String> model) {
        return new Dispatch(
                7,
                1,
                UUID.randomUUID(),
                template,
                "+33612345678",
                language,
                model,
                template.equals("invitation") ? SOURCE : null,
                "id@beckon.example",
                1,
                NOON);
    }

    private String text(String template, String language, Map<String, String> model) {
        return texts.write(dispatch(template, language, model)).text();
    }

    @Test
    void wordsGoOutWithTheLinkInThem() {
        assertThat(text("invitation", "en", Map.of("text", "Join us: {link}. Anna")))
                .isEqualTo("Join us: https://beckon.example/join/" + SECRET + ". Anna");
    }

    @Test
    void fileHasALinkOfItsOwnAfterTheWords() {
        String nonce = Base64.getUrlEncoder().encodeToString(new byte[] {'f', -1, 1});

        assertThat(
                        text(
                                "invitation",
                                "en",
                                Map.of("text", "{link}", "fileNonce", nonce, "fileKeyId", "key")))
                .isEqualTo(
                        "https://beckon.example/join/"
                                + SECRET
                                + "\nhttps://beckon.example/file/"
                                + "f".repeat(43));
    }

    @Test
    void linkToTheAppSpeaksTheReadersLanguage() {
        assertThat(text("appLink", "en", Map.of()))
                .isEqualTo("Here is your link to Beckon: https://beckon.example/");
        assertThat(text("appLink", "fr", Map.of()))
                .isEqualTo("Retrouvez Beckon sur https://beckon.example/");
        assertThat(text("appLink", "xx", Map.of())).startsWith("Here");
    }

    @Test
    void whatHasNoWordsMakesNoText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("invitation", "en", Map.of("message", "hello")));
        assertThatIllegalArgumentException().isThrownBy(() -> text("accepted", "en", Map.of()));
    }

    @Test
    void measureCountsTheLinkAsItWillBe() {
        String words = "Join us: {link}";
        int link = "https://beckon.example/join/".length() + 43;

        assertThat(texts.measure(words, false))
                .isEqualTo(new TextMeasure("GSM-7", 9 + link, 160, 1));
        assertThat(texts.measure(words + " 🎉", false))
                .isEqualTo(new TextMeasure("UCS-2", 9 + link + 3, 134, 2));
        assertThat(texts.measure(words, true).segments())
                .as("another link, and a line's end")
                .isEqualTo(1);
        assertThat(texts.measure(words + "x".repeat(100), true))
                .isEqualTo(new TextMeasure("GSM-7", 109 + link + 1 + link, 306, 2));
    }

    @Test
    void previewIsAsLongAsTheText() {
        String words = "Join us: {link}";

        assertThat(texts.preview(words, false))
                .doesNotContain(SECRET)
                .hasSameSizeAs(text("invitation", "en", Map.of("text", words)));
        assertThat(texts.preview(words, true)).contains("\nhttps://beckon.example/file/preview");
    }

    private static final class NamingKeys extends TokenKeys {

        @Override
        public Seal seal(String purpose, byte[] content) {
            return new Seal("key", "seal");
        }

        @Override
        public Token derive(TokenSource source) {
            String letter = source.purpose().equals("attachment") ? "f" : "s";
            if (letter.equals("f") && source.nonce()[0] != 'f') {
                throw new IllegalStateException("another nonce");
            }
            return new Token(letter.repeat(43));
        }
    }
}

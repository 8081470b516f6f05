package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailLinkTest {
    private static final String URL = "https://beckon.example/join/" + "x".repeat(43);

    private static Map<String, String> fields(String link) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(link.substring(link.indexOf('?') + 1).split("&"))
                .map(field -> field.split("=", 2))
                .forEach(
                        field ->
                                fields.put(
                                        field[0],
                                        URLDecoder.decode(
                                                field[1].replace("+", "%2B"),
                                                StandardCharsets.UTF_8)));
        return fields;
    }

    @Test
    void holdsSubjectAndBodyAndNobodysAddress() {
        String link = MailLink.of("Join Müller & Söhne", "Come:\n\n" + URL + "\n\nAnna");

        assertThat(link).startsWith("mailto:?subject=").matches("[!-~]+");
        assertThat(URI.create(link).getScheme()).isEqualTo("mailto");
        assertThat(fields(link))
                .containsExactly(
                        Map.entry("subject", "Join Müller & Söhne"),
                        Map.entry("body", "Come:\r\n\r\n" + URL + "\r\n\r\nAnna"));
    }

    @Test
    void namesAddNoFieldAndNoLine() {
        String evil = "Acme\r\nBcc: all@x.example&cc=eve@x.example?to=#%0D%0A\u202Egnp";

        Map<String, String> fields = fields(MailLink.of("Join " + evil, "Hello"));

        assertThat(fields.keySet()).containsExactly("subject", "body");
        assertThat(fields.get("subject")).doesNotContain("\r", "\n", "\u202E").contains("&cc=");
    }

    @Test
    void staysShortWhateverPeopleAreCalled() {
        String account = MailLink.shortened("\uD83D\uDE00".repeat(60), 40);
        String name = MailLink.shortened("\u9580".repeat(200), 40);
        String words = "é".repeat(60) + " " + account;

        String link = MailLink.of(words, words + "\n\n" + URL + "\n\n" + name);

        assertThat(account.codePointCount(0, account.length())).isEqualTo(40);
        assertThat(link.length()).isLessThan(MailLink.LONGEST);
    }
}

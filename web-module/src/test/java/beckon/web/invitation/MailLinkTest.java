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
        String account = "\uD83D\uDE00".repeat(120);
        String name = "\u9580".repeat(200);
        String words = "é".repeat(80);

        String link =
                MailLink.fitting(
                        longest ->
                                MailLink.of(
                                        words + MailLink.shortened(account, longest),
                                        words
                                                + MailLink.shortened(account, longest)
                                                + URL
                                                + MailLink.shortened(name, longest)));

        assertThat(link.length()).isBetween(1_000, MailLink.LONGEST - 1);
        assertThat(fields(link).get("body")).contains(URL).contains("\uD83D\uDE00…");
    }

    @Test
    void leavesNamesThatFitAlone() {
        assertThat(MailLink.shortened("R&D \u202EGmbH\r\n", 60)).isEqualTo("R&D GmbH");
        assertThat(MailLink.shortened("abcdef", 4)).isEqualTo("abc…");
    }
}

package beckon.delivery.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/a.php, https[:]//evil[.]example/a[.]php",
        "http://192.0.2.1/x, http[:]//192.0.2.1/x",
        "www.evil.example, www[.]evil[.]example",
        "win@evil.example, win@evil[.]example",
        "ÉVIL.Été, ÉVIL[.]Été",
        "evil。example, evil[.]example",
        "a.xn--p1ai, a[.]xn--p1ai"
    })
    void whatLooksLikeALinkIsNoneAnyMore(String typed, String harmless) {
        assertThat(PlainWords.ofName(typed)).isEqualTo(harmless);
        assertThat(PlainWords.ofMessage(typed)).containsExactly(harmless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna",
                "J. R. R. Tolkien",
                "Acme Inc.",
                "O’Neil 👩‍👩‍👧",
                "Anna: hello. Bye.",
                "3.5"
            })
    void ordinaryWordsStayAsTheyAre(String typed) {
        assertThat(PlainWords.ofName(typed)).isEqualTo(typed);
    }

    @Test
    void nameIsOneLineThatReadsAsItIsWritten() {
        assertThat(PlainWords.ofName(" Anna\r\nBcc: x\u0000 \u202E\uE000gnp\u200B.exe\u2028 "))
                .isEqualTo("Anna Bcc: x gnp[.]exe");
        assertThat(PlainWords.ofName("x".repeat(500))).hasSize(120);
        assertThat(PlainWords.ofName(null)).isEmpty();
    }

    @Test
    void messageKeepsItsLines() {
        assertThat(PlainWords.ofMessage("Hello,\r\n\nsee you\u202E \n"))
                .containsExactly("Hello,", "", "see you");
        assertThat(PlainWords.ofMessage(" \n ")).isEmpty();
        assertThat(PlainWords.ofMessage(null)).isEmpty();
    }
}

package beckon.connector.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "@, 0", "£, 1", "$, 2", "è, 4", "é, 5", "à, 127", "Ç, 9", "Δ, 16", "_, 17", "Ξ, 26",
        "É, 31", "¤, 36", "0, 48", "¡, 64", "A, 65", "§, 95", "¿, 96", "a, 97", "ü, 126"
    })
    void characterHasItsPlaceInTheTable(String character, int code) {
        assertThat(TextEncoding.GSM_7.encode(character)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'^', 20", "{, 40", "}, 41", "\\, 47", "[, 60", "~, 61", "], 62", "|, 64", "€, 101"
    })
    void characterOfTheExtensionIsEscaped(String character, int code) {
        assertThat(TextEncoding.GSM_7.encode(character)).containsExactly(0x1B, code);
    }

    @Test
    void lineBreaksAndTheApostropheAreInTheTable() {
        assertThat(TextEncoding.GSM_7.encode("\r\n'")).containsExactly(13, 10, 39);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç", "ê", "’", "…", "`", "\t", "\u001B", "\u00A0", "🙂", "я", "–"})
    void whatIsNotInTheTableTakesTheWideEncoding(String character) {
        assertThat(TextEncoding.of("Hello " + character)).isEqualTo(TextEncoding.UCS_2);
        assertThatIllegalArgumentException().isThrownBy(() -> TextEncoding.GSM_7.encode(character));
    }

    @Test
    void wideCharactersTravelHighOctetFirst() {
        assertThat(TextEncoding.UCS_2.encode("яA")).containsExactly(0x04, 0x4F, 0x00, 0x41);
        assertThat(TextEncoding.UCS_2.encode("😀"))
                .containsExactly((byte) 0xD8, 0x3D, (byte) 0xDE, 0x00);
    }
}

package beckon.connector.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @CsvSource({
        "0, 1, 160",
        "1, 1, 159",
        "160, 1, 0",
        "161, 2, 145",
        "306, 2, 0",
        "307, 3, 152",
        "459, 3, 0",
        "460, 4, 152"
    })
    void plainTextFits160Or153(int length, int count, int remaining) {
        Segments segments = Segments.of("a".repeat(length));

        assertThat(segments.encoding()).isEqualTo(TextEncoding.GSM_7);
        assertThat(segments.count()).isEqualTo(count);
        assertThat(segments.remaining()).isEqualTo(remaining);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 69", "70, 1, 0", "71, 2, 63", "134, 2, 0", "135, 3, 66"})
    void otherScriptsFit70Or67(int length, int count, int remaining) {
        Segments segments = Segments.of("я".repeat(length));

        assertThat(segments.encoding()).isEqualTo(TextEncoding.UCS_2);
        assertThat(segments.count()).isEqualTo(count);
        assertThat(segments.remaining()).isEqualTo(remaining);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
    void charactersOfTheExtensionCountTwo(String character) {
        assertThat(Segments.of(character).encoding()).isEqualTo(TextEncoding.GSM_7);
        assertThat(Segments.of(character).remaining()).isEqualTo(158);
        assertThat(Segments.of(character.repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of(character.repeat(81)).count()).isEqualTo(2);
    }

    @Test
    void escapePairIsNeverCut() {
        Segments segments = Segments.of("a".repeat(152) + "€" + "b".repeat(20));

        assertThat(segments.parts()).containsExactly("a".repeat(152), "€" + "b".repeat(20));
        assertThat(segments.remaining()).isEqualTo(153 - 22);
    }

    @Test
    void surrogatePairIsNeverCut() {
        Segments segments = Segments.of("a".repeat(66) + "😀" + "b".repeat(10));

        assertThat(segments.parts()).containsExactly("a".repeat(66), "😀" + "b".repeat(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {FAMILY, "🇫🇷", "👍🏽", "é", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
    void whatPeopleSeeAsOneCharacterStaysWholeAtEveryEdge(String character) {
        for (int before = 50; before <= 75; before++) {
            String text = "я".repeat(before) + character + "я".repeat(40);

            Segments segments = Segments.of(text);

            assertThat(String.join("", segments.parts())).isEqualTo(text);
            assertThat(segments.parts()).anyMatch(part -> part.contains(character));
            assertThat(segments.parts())
                    .allMatch(
                            part -> TextEncoding.UCS_2.units(part) <= TextEncoding.UCS_2.joined());
        }
    }

    @Test
    void characterLargerThanAMessageIsCutBetweenItsCodePoints() {
        String monster = "😀" + "\u200D😀".repeat(40);

        Segments segments = Segments.of(monster);

        assertThat(String.join("", segments.parts())).isEqualTo(monster);
        assertThat(segments.parts())
                .noneMatch(part -> Character.isLowSurrogate(part.charAt(0)))
                .allMatch(part -> part.length() <= 67);
    }

    @Test
    void moreThanTheHeaderCanCountIsRefused() {
        assertThat(Segments.of("a".repeat(153 * 255)).count()).isEqualTo(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of("a".repeat(153 * 255 + 1)));
    }
}

package beckon.contact.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    private static final Set<String> ZOE =
            SearchText.words("Zoë Müller-O’Brien", "zoe.m+x@buecher.example", "+33612345678");

    @ParameterizedTest
    @CsvSource({
        "Ångström, angstrom",
        "Łódź, lodz",
        "STRASSE Straße, strasse strasse",
        "Sørensen, sorensen",
        "Đặng, dang",
        "ΑΘΉΝΑ, αθηνα",
        "ﬁne, fine",
    })
    void foldingTakesCaseAndAccentsOff(String text, String folded) {
        assertThat(SearchText.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "zoe",
        "ZOË",
        "mul",
        "brien",
        "'zoe mull'",
        "'o''brien zoe'",
        "müller-o",
        "zoe.m",
        "zoe.m+x@buecher.ex",
        "buecher",
        "+33 6 12 34 56 78",
        "06 12 34 56 78",
        "0033612",
        "(612) 34-56",
        "5678",
        "345",
    })
    void isFoundByTheBeginningOfAnyWordAndAnyPartOfTheNumber(String query) {
        assertThat(SearchText.matches(ZOE, SearchText.queryWords(query))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"oe", "ller", "'zoe smith'", "06 12 34 56 79", "%", "x@buecher"})
    void isNotFoundByAnythingElse(String query) {
        var words = SearchText.queryWords(query);

        assertThat(!words.isEmpty() && SearchText.matches(ZOE, words)).isFalse();
    }

    @Test
    void scriptsWithoutSpacesAreFoundFromAnyCharacter() {
        Set<String> words = SearchText.words("山田太郎", null, null);

        assertThat(SearchText.matches(words, SearchText.queryWords("太郎"))).isTrue();
        assertThat(SearchText.matches(words, SearchText.queryWords("山田"))).isTrue();
    }

    @Test
    void nothingIsSearchedForNothing() {
        assertThat(SearchText.queryWords("  ")).isEmpty();
        assertThat(SearchText.queryWords(null)).isEmpty();
        assertThat(SearchText.queryWords("--- ,")).isEmpty();
        assertThat(SearchText.queryWords("a b c d e f g h")).hasSize(6);
        assertThat(SearchText.queryWords("x".repeat(10_000))).hasSize(1);
    }
}

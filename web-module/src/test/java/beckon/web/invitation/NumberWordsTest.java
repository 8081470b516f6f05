package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyReasonHasWordsOfItsOwnOnAChipAndInTheResult(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle("beckon.web.text", Locale.forLanguageTag(language));

        for (String place : new String[] {"chip", "result"}) {
            assertThat(NumberWords.OF_NUMBERS)
                    .extracting(
                            reason ->
                                    texts.getString(
                                            "invitation.byText." + place + "." + reason.name()))
                    .doesNotHaveDuplicates()
                    .allMatch(words -> !words.isBlank());
        }
    }
}

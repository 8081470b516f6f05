package beckon.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleViewTest {

    @ParameterizedTest
    @CsvSource({"en, ltr", "fr, ltr", "ja, ltr", "ar, rtl", "he, rtl", "fa, rtl", "ur, rtl"})
    void pagesRunAsTheirLanguageIsWritten(String language, String direction) {
        assertThat(LocaleView.direction(Locale.forLanguageTag(language))).isEqualTo(direction);
    }
}

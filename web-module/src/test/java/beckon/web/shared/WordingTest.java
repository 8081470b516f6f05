package beckon.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final Wording wording = new Wording();

    @ParameterizedTest
    @CsvSource({
        "anna@acme.example,              mailto:anna@acme.example",
        "anne+tag@acme.example,          mailto:anne%2Btag@acme.example",
        "a?subject=x&bcc=b@acme.example, mailto:a%3Fsubject%3Dx%26bcc%3Db@acme.example",
        "a%0Ab@acme.example,             mailto:a%250Ab@acme.example",
        "zoé@acmé.example,               mailto:zo%C3%A9@acm%C3%A9.example",
    })
    void linkThatWritesToAnAddressHoldsNothingElse(String email, String link) {
        assertThat(wording.mailTo(email)).isEqualTo(link);
    }

    @Test
    void momentIsToldWithItsZoneAndTheDayFirst() {
        Instant moment = Instant.parse("2026-11-23T17:05:00Z");

        assertThat(Wording.momentAnywhere(moment, Locale.ENGLISH))
                .startsWith("23 November 2026")
                .endsWith("17:05 UTC");
        assertThat(Wording.momentAnywhere(moment, Locale.FRENCH))
                .startsWith("23 novembre 2026")
                .endsWith("17:05 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, 2026-12-01T08:00:00Z, 1er décembre 2026",
        "fr, 2026-12-11T08:00:00Z, 11 décembre 2026",
        "en, 2026-12-01T08:00:00Z, 1 December 2026",
    })
    void firstOfAMonthIsOrdinalInFrenchOnly(String language, Instant moment, String begins) {
        assertThat(Wording.momentAnywhere(moment, Locale.forLanguageTag(language)))
                .startsWith(begins);
    }

    @ParameterizedTest
    @CsvSource({
        "Marie Curie,       MC",
        "ben@acme.example,  BE",
        "+33 6 12 34 56 78, 78",
        "+,                 ''",
    })
    void faceShowsInitialsOrHowANumberEnds(String name, String initials) {
        assertThat(wording.initials(name)).isEqualTo(initials);
    }
}

package beckon.web.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BirthDateViewTest {

    @Test
    void threeFieldsMakeADate() {
        assertThat(typed(" 29", "2 ", "2004").date()).contains(LocalDate.of(2004, 2, 29));
    }

    @Test
    void aDayThatDoesNotExistIsNoDate() {
        assertThat(typed("29", "2", "2005").date()).isEmpty();
        assertThat(typed("31", "4", "2000").date()).isEmpty();
        assertThat(typed("1", "13", "2000").date()).isEmpty();
    }

    @Test
    void wordsAreNoDate() {
        assertThat(typed("1", "May", "2000").date()).isEmpty();
    }

    @Test
    void anEmptyFieldIsMissed() {
        assertThat(typed("1", " ", "2000").isComplete()).isFalse();
        assertThat(typed("1", "5", "2000").isComplete()).isTrue();
    }

    @Test
    void anUnknownZoneIsUtc() {
        var date = typed("1", "5", "2000");

        date.setZone("Pacific/Auckland");
        assertThat(date.zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
        date.setZone("Nowhere/At_All");
        assertThat(date.zone()).isEqualTo(ZoneOffset.UTC);
        date.setZone("");
        assertThat(date.zone()).isEqualTo(ZoneOffset.UTC);
    }

    private static BirthDateView typed(String day, String month, String year) {
        var date = new BirthDateView();
        date.setDay(day);
        date.setMonth(month);
        date.setYear(year);
        return date;
    }
}

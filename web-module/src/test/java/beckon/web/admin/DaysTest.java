package beckon.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.shared.RefusalException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-03-31T22:00:00Z",
        "Asia/Tokyo, 2026-03-31T15:00:00Z",
        "America/Los_Angeles, 2026-04-01T07:00:00Z"
    })
    void stayEndsWithItsLastDayWhereTheAdminLives(String zone, Instant end) {
        assertThat(Days.endOf("2026-03-31", ZoneId.of(zone))).isEqualTo(end);
        assertThat(Days.lastBefore(end, ZoneId.of(zone))).isEqualTo("2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void stayWithoutALastDayHasNoEnd(String day) {
        assertThat(Days.endOf(day, ZoneId.of("Europe/Paris"))).isNull();
        assertThat(Days.lastBefore(null, ZoneId.of("Europe/Paris"))).isEmpty();
    }

    @Test
    void whatIsNoDayIsRefused() {
        assertThatThrownBy(() -> Days.endOf("2026-02-30", ZoneId.of("Europe/Paris")))
                .isInstanceOf(RefusalException.class);
    }
}

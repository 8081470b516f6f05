package beckon.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.ClockProducer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTimeTest extends DatabaseTest {

    private ClockProducer compared(Duration wrong) {
        ClockProducer clocks = new ClockProducer(Clock.offset(Clock.systemUTC(), wrong));
        new DatabaseTime(database.dataSource(), clocks).compare();
        return clocks;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "PT3S", "-PT3S"})
    void clockThatGoesWrongFollowsTheDatabase(Duration wrong) {
        Clock clock = compared(wrong).clock();

        assertThat(clock.instant())
                .isCloseTo(Instant.now(), new TemporalUnitWithinOffset(1_000, ChronoUnit.MILLIS));
    }

    @Test
    void clockThatGoesRightIsLeftAlone() {
        assertThat(compared(Duration.ofMillis(20)).offset()).isZero();
    }

    @Test
    void clockThatHasBeenPutRightStaysSo() {
        ClockProducer clocks = compared(Duration.ofHours(1));
        Duration offset = clocks.offset();

        new DatabaseTime(database.dataSource(), clocks).compare();

        assertThat(clocks.offset()).isEqualTo(offset);
    }
}

package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant NEVER = NOON.plus(Duration.ofDays(365));
    private final RetrySchedule schedule = new RetrySchedule(new Settings(Map.of()));

    @ParameterizedTest
    @CsvSource({
        "1, PT1M",
        "2, PT5M",
        "3, PT15M",
        "4, PT1H",
        "5, PT4H",
        "6, PT12H",
        "7, PT24H",
        "8, PT24H",
        "100, PT24H"
    })
    void waitsEverLonger(int attempts, Duration wait) {
        assertThat(schedule.findNext(attempts, NOON, NEVER))
                .hasValueSatisfying(
                        next ->
                                assertThat(Duration.between(NOON, next))
                                        .isBetween(wait, wait.multipliedBy(6).dividedBy(5)));
    }

    @Test
    void manyAtOnceAreSpread() {
        long moments =
                IntStream.range(0, 100)
                        .mapToObj(i -> schedule.findNext(3, NOON, NEVER).orElseThrow())
                        .distinct()
                        .count();

        assertThat(moments).isGreaterThan(50);
    }

    @Test
    void givesUpWhenTheMessageWouldBeOfNoUse() {
        assertThat(schedule.findNext(1, NOON, NOON.plusSeconds(59))).isEmpty();
        assertThat(schedule.findNext(1, NOON, NOON.plusSeconds(73))).isPresent();
    }
}

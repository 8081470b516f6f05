package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.resource.spi.CommException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private long now = 1_000;
    private final BackOff backOff = new BackOff(() -> now);

    private void assertHeldFor(long seconds) throws CommException {
        now += TimeUnit.SECONDS.toNanos(seconds) - 1;
        assertThatExceptionOfType(CommException.class)
                .isThrownBy(backOff::check)
                .withMessage("bind failed");
        now++;
        backOff.check();
    }

    @Test
    void nobodyIsHeldBeforeAnythingFails() {
        assertThatCode(backOff::check).doesNotThrowAnyException();
    }

    @Test
    void everyFailureHoldsTwiceAsLongUpToHalfAMinute() throws Exception {
        for (long seconds : new long[] {1, 2, 4, 8, 16, 30, 30}) {
            backOff.failed("bind failed");

            assertHeldFor(seconds);
        }
    }

    @Test
    void failuresOfTheSameMomentCountAsOne() throws Exception {
        for (int i = 0; i < 8; i++) {
            backOff.failed("bind failed");
        }

        assertHeldFor(1);
    }

    @Test
    void successForgivesAll() throws Exception {
        backOff.failed("bind failed");
        backOff.succeeded();
        backOff.check();
        backOff.failed("bind failed");

        assertHeldFor(1);
    }
}

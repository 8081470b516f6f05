package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = 1_000;
    private final Pace pace = new Pace(() -> now);

    private void slowDownAfresh() {
        now += TimeUnit.SECONDS.toNanos(2);
        pace.slowDown(now);
    }

    @Test
    void nobodyWaitsAsLongAsNothingIsSaid() {
        pace.go();

        assertThat(pace.waitNanos()).isZero();
        assertThat(pace.isSlow()).isFalse();
    }

    @Test
    void tooFastMakesEveryTextWait() {
        pace.slowDown(now);

        assertThat(pace.waitNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(2));
        now += pace.waitNanos();
        assertThat(pace.waitNanos()).isZero();
        pace.go();
        assertThat(pace.waitNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(2));
    }

    @Test
    void tooFastAgainIsHalfAsFastDownToOneASecond() {
        pace.slowDown(now);
        slowDownAfresh();

        assertThat(pace.waitNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(4));
        for (int i = 0; i < 20; i++) {
            slowDownAfresh();
        }
        assertThat(pace.waitNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void textsThatWereUnderWayAlreadySlowItDownOnce() {
        long sentAt = now;
        now += 1_000;
        for (int i = 0; i < 20; i++) {
            pace.slowDown(sentAt);
        }

        assertThat(pace.waitNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(2));
    }

    private int textsUntilFasterThan(long gap) {
        int texts = 0;
        while (pace.isSlow() && currentGap() > gap) {
            pace.speedUp();
            texts++;
        }
        return texts;
    }

    private long currentGap() {
        pace.go();
        return pace.waitNanos();
    }

    @Test
    void itFindsBackQuickly() {
        for (int i = 0; i < 20; i++) {
            slowDownAfresh();
        }

        assertThat(textsUntilFasterThan(0)).isBetween(10, 40);
        assertThat(pace.waitNanos()).isZero();
    }

    @Test
    void itComesNearToWhatWasTooFastCarefully() {
        for (int i = 0; i < 20; i++) {
            slowDownAfresh();
        }
        textsUntilFasterThan(TimeUnit.MILLISECONDS.toNanos(10));
        long tooFast = currentGap();
        slowDownAfresh();
        slowDownAfresh();

        assertThat(textsUntilFasterThan(tooFast * 5 / 4)).isBetween(2, 8);
        assertThat(textsUntilFasterThan(tooFast)).isBetween(5, 12);
        assertThat(textsUntilFasterThan(tooFast / 2)).isBetween(18, 30);
    }
}

package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.delivery.control.TextTally.Count;
import beckon.delivery.control.TextTally.Key;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextTallyTest extends DatabaseTest {

    private long account;
    private TextTally tally;

    @BeforeEach
    void connect() {
        account = new IdRepository(database.dataSource()).next();
        tally = new TextTally(new TextTallyRepository(database.dataSource()));
    }

    private void count(String country, int settled, int failed) {
        tally.add(Map.of(new Key(account, country), new Count(settled, failed)), NOON);
    }

    private boolean isBad(String country) {
        return tally.isBad(account, country, NOON);
    }

    @Test
    void mostOfTwentyMustHaveFailed() {
        count("FR", 19, 19);
        assertThat(isBad("FR")).isFalse();
        count("FR", 1, 0);
        tally.flush(NOON);
        assertThat(isBad("FR")).isTrue();

        count("DE", 20, 10);
        tally.flush(NOON);
        assertThat(isBad("DE")).isFalse();
        assertThat(tally.isBad(account + 1, "FR", NOON)).as("another account").isFalse();
    }

    @Test
    void badNewsIsWrittenDownAtOnce() {
        count("FR", 20, 20);

        assertThat(isBad("FR")).isTrue();
    }

    @Test
    void reportsOfFailureAddToTextsThatWereTaken() {
        count("FR", 20, 0);
        tally.flush(NOON);
        count("FR", 0, 11);

        assertThat(isBad("FR")).isTrue();
    }

    @Test
    void itIsForgottenAfterAnHour() {
        count("FR", 20, 20);

        assertThat(tally.isBad(account, "FR", NOON.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(tally.isBad(account, "FR", NOON.plus(Duration.ofMinutes(61)))).isFalse();

        tally.purge(NOON.plus(Duration.ofHours(3)));
        assertThat(isBad("FR")).isFalse();
    }
}

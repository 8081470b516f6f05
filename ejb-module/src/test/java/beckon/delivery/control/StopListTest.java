package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.Seal;
import beckon.shared.TokenKeys;
import beckon.shared.persistence.DatabaseTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StopListTest extends DatabaseTest {

    private static final String BOB = "+33600000001";
    private static final String EVE = "+33600000002";

    private final SealingKeys keys = new SealingKeys();
    private StopList stops;

    @BeforeEach
    void connect() {
        stops = new StopList(new StopRepository(database.dataSource()), keys);
        stops.start(BOB);
        stops.start(EVE);
    }

    @Test
    void whoeverAnsweredStopIsKnownUntilTheyAnswerStart() {
        stops.stop(BOB, NOON);
        stops.stop(BOB, NOON);
        assertThat(stops.listStopped(List.of(BOB, EVE))).containsExactly(BOB);

        stops.start(BOB);
        assertThat(stops.listStopped(List.of(BOB, EVE))).isEmpty();
        assertThat(stops.listStopped(List.of())).isEmpty();
    }

    @Test
    void newKeyForgetsNobody() {
        stops.stop(BOB, NOON);
        keys.ids = List.of("new", "old");

        assertThat(stops.listStopped(List.of(BOB))).containsExactly(BOB);

        stops.start(BOB);
        assertThat(stops.listStopped(List.of(BOB))).isEmpty();
    }

    private static final class SealingKeys extends TokenKeys {

        private List<String> ids = List.of("old");

        @Override
        public Seal seal(String purpose, byte[] content) {
            return seals(purpose, content).get(0);
        }

        @Override
        public List<Seal> seals(String purpose, byte[] content) {
            return Stream.of(ids.toArray(String[]::new))
                    .map(id -> new Seal(id, purpose + id + new String(content).hashCode()))
                    .toList();
        }
    }
}

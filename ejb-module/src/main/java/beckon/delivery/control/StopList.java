package beckon.delivery.control;

import beckon.shared.Seal;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has answered STOP, until they answer START. It holds for the whole server, because all texts
 * have one sender.
 *
 * <p>Of a number only its seal is kept: it is known again, and cannot be read out of the database.
 */
@ApplicationScoped
public class StopList {

    private static final String PURPOSE = "stop";

    private StopRepository stops;
    private TokenKeys keys;

    protected StopList() {}

    @Inject
    public StopList(StopRepository stops, TokenKeys keys) {
        this.stops = stops;
        this.keys = keys;
    }

    /** Those of the numbers that want no texts. */
    public Set<String> listStopped(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        Map<String, String> bySeal = new HashMap<>();
        for (String number : numbers) {
            seals(number).forEach(seal -> bySeal.put(seal.value(), number));
        }
        Set<String> stopped = new HashSet<>();
        stops.listKnown(bySeal.keySet()).forEach(seal -> stopped.add(bySeal.get(seal)));
        return stopped;
    }

    /** Notes that a number wants no more texts. */
    public void stop(String number, Instant now) {
        if (listStopped(List.of(number)).isEmpty()) {
            stops.add(keys.seal(PURPOSE, content(number)), now);
        }
    }

    /** Notes that a number wants texts again. */
    public void start(String number) {
        stops.remove(seals(number).stream().map(Seal::value).toList());
    }

    private List<Seal> seals(String number) {
        return keys.seals(PURPOSE, content(number));
    }

    private static byte[] content(String number) {
        return number.getBytes(StandardCharsets.US_ASCII);
    }
}

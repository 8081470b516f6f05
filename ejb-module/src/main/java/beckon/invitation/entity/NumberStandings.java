package beckon.invitation.entity;

import java.util.Map;
import java.util.Set;

/**
 * What the numbers of one command are already.
 *
 * @param reachable whether a gateway is configured
 * @param members memberships by the number that is theirs
 * @param stopped numbers that have asked for no more texts
 * @param halted countries to which texts have been failing
 */
public record NumberStandings(
        boolean reachable, Map<String, Long> members, Set<String> stopped, Set<String> halted) {

    /** Of a command without a number. */
    public static final NumberStandings NONE =
            new NumberStandings(false, Map.of(), Set.of(), Set.of());
}

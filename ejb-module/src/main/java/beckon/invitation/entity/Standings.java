package beckon.invitation.entity;

import java.util.Map;
import java.util.Set;

/**
 * What the recipients of one command are already, all read at once.
 *
 * @param members keys of the addresses of active members
 * @param open invitations that are open, or expired and not swept yet, by their open key
 * @param countedBuckets which limits per recipient have been counted against lately
 * @param suppressed seals of addresses that have asked not to be invited
 * @param numbers what is to be known about numbers besides
 */
public record Standings(
        Set<String> members,
        Map<String, OpenInvitation> open,
        Set<String> countedBuckets,
        Set<String> suppressed,
        NumberStandings numbers) {

    /** Of a command without a single address. */
    public static final Standings NONE =
            new Standings(Set.of(), Map.of(), Set.of(), Set.of(), NumberStandings.NONE);

    /** The same with what is to be known about numbers. */
    public Standings with(NumberStandings more) {
        return new Standings(members, open, countedBuckets, suppressed, more);
    }
}

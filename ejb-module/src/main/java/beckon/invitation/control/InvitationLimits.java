package beckon.invitation.control;

import beckon.invitation.entity.Inviter;
import beckon.shared.Settings;
import beckon.shared.TokenHash;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many invitations a member may send and an address may get in 24 hours.
 *
 * <p>All is taken in the transaction that writes the invitations: what is not sent is not counted.
 */
@ApplicationScoped
public class InvitationLimits {
    static final Duration DAY = Duration.ofDays(1);

    private RateLimitRepository limits;
    private Settings settings;

    protected InvitationLimits() {}

    @Inject
    public InvitationLimits(RateLimitRepository limits, Settings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** The bucket that counts what an address gets, from whomever. */
    static String bucketOf(String key) {
        return "invite.to:" + TokenHash.hex(key).substring(0, 32);
    }

    private static String bucketOf(Inviter inviter) {
        return "invite.by:" + inviter.membershipId();
    }

    /** The most that a member may send in a day. */
    public int perMember() {
        return settings.invitesPerDay();
    }

    /**
     * Counts one invitation to each address or number.
     *
     * @param counted those of their buckets that exist already
     * @return the buckets of addresses that have got too many
     * @throws ContentionException if somebody else has just written to one for the first time
     */
    public Set<String> takeForRecipients(
            Collection<String> keys, Set<String> counted, Instant now) {
        // in one order for everybody: nobody waits for somebody who waits for them
        Set<String> known = new TreeSet<>();
        Set<String> fresh = new TreeSet<>();
        for (String key : keys) {
            String bucket = bucketOf(key);
            (counted.contains(bucket) ? known : fresh).add(bucket);
        }
        if (!fresh.isEmpty() && !limits.openAll(fresh, DAY, now)) {
            throw new ContentionException("a recipient was first counted by somebody else");
        }
        return known.isEmpty()
                ? Set.of()
                : limits.takeAll(known, settings.invitesPerRecipientPerDay(), DAY, now);
    }

    /** Counts one more to an address; false if it has got too many. */
    public boolean takeForRecipient(String key, Instant now) {
        return limits.take(bucketOf(key), settings.invitesPerRecipientPerDay(), DAY, now, 1);
    }

    /** Counts against the member's day, all or nothing; the last lock that a command takes. */
    public boolean takeForMember(Inviter inviter, int amount, Instant now) {
        return amount == 0 || limits.take(bucketOf(inviter), perMember(), DAY, now, amount);
    }

    /** What a command takes of the member's day. */
    RateLimitRepository.Take takeOf(Inviter inviter, int amount) {
        return new RateLimitRepository.Take(bucketOf(inviter), perMember(), amount);
    }

    /** Counts as many as the member's day has left, up to the number wanted. */
    public int takeWhatIsLeft(Inviter inviter, int wanted, Instant now) {
        int left;
        do {
            left = Math.min(wanted, limits.left(bucketOf(inviter), perMember(), now));
        } while (left > 0 && !takeForMember(inviter, left, now));
        return Math.max(left, 0);
    }

    /** Gives back what was taken and not used. */
    public void giveBack(Inviter inviter, int amount) {
        if (amount > 0) {
            limits.giveBack(bucketOf(inviter), amount);
        }
    }
}

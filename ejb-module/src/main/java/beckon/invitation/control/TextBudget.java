package beckon.invitation.control;

import beckon.invitation.entity.Inviter;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many texts an account's members may send in 24 hours, in all and to neighbouring numbers:
 * texts cost money, and who is paid for receiving them owns whole blocks of numbers.
 *
 * <p>All is taken in the transaction that writes the invitations: what is not sent is not counted.
 */
@ApplicationScoped
public class TextBudget {
    private static final Duration DAY = Duration.ofDays(1);

    private static final int MOST_LISTED = 20;

    private RateLimitRepository limits;

    protected TextBudget() {}

    @Inject
    public TextBudget(RateLimitRepository limits) {
        this.limits = limits;
    }

    private static String bucketOf(Inviter inviter) {
        return "text.account:" + inviter.accountId();
    }

    private static String bucketOf(Inviter inviter, String prefix) {
        return "text.prefix:" + inviter.accountId() + ":" + prefix;
    }

    /**
     * Counts a text to each number, those of a prefix together or none of them.
     *
     * @return the prefixes that have got too many
     */
    public Set<String> takeForPrefixes(
            Inviter inviter, Collection<PhoneNumber> numbers, Instant now) {
        SortedMap<String, Integer> amounts = new TreeMap<>();
        Map<String, String> prefixes = new TreeMap<>();
        for (PhoneNumber number : numbers) {
            String bucket = bucketOf(inviter, number.prefix());
            prefixes.put(bucket, number.prefix());
            amounts.merge(bucket, 1, Integer::sum);
        }
        return limits.takeEach(amounts, inviter.rules().texts().perPrefix(), DAY, now).stream()
                .map(prefixes::get)
                .collect(Collectors.toSet());
    }

    /** Counts one text more to a number; false if its neighbours have got too many. */
    public boolean takeForPrefix(Inviter inviter, PhoneNumber number, Instant now) {
        return limits.take(
                bucketOf(inviter, number.prefix()),
                inviter.rules().texts().perPrefix(),
                DAY,
                now,
                1);
    }

    /** Counts against the account's day, all or nothing; a lock that all its members share. */
    public boolean takeForAccount(Inviter inviter, int amount, Instant now) {
        return amount == 0
                || limits.take(
                        bucketOf(inviter), inviter.rules().texts().perDay(), DAY, now, amount);
    }

    /** What a command takes of the account's day. */
    RateLimitRepository.Take takeOf(Inviter inviter, int amount) {
        return new RateLimitRepository.Take(
                bucketOf(inviter), inviter.rules().texts().perDay(), amount);
    }

    /** Counts as many as the account's day has left, up to the number wanted. */
    public int takeWhatIsLeft(Inviter inviter, int wanted, Instant now) {
        int left;
        do {
            int most = inviter.rules().texts().perDay();
            left = Math.min(wanted, limits.left(bucketOf(inviter), most, now));
        } while (left > 0 && !takeForAccount(inviter, left, now));
        return Math.max(left, 0);
    }

    /** What has been counted of the account's day. */
    public int used(Inviter inviter, Instant now) {
        int most = inviter.rules().texts().perDay();
        return most - limits.left(bucketOf(inviter), most, now);
    }

    /** The prefixes that have four fifths of their share or more, with how much; twenty at most. */
    public Map<String, Integer> listNearlyFull(Inviter inviter, Instant now) {
        int atLeast = Math.max(1, inviter.rules().texts().perPrefix() * 4 / 5);
        return limits.listUsed(bucketOf(inviter, ""), atLeast, MOST_LISTED, now);
    }

    /** Gives back what was taken and not used. */
    public void giveBack(Inviter inviter, int amount) {
        if (amount > 0) {
            limits.giveBack(bucketOf(inviter), amount);
        }
    }
}

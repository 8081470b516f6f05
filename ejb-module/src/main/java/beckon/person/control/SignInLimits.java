package beckon.person.control;

import beckon.shared.Network;
import beckon.shared.TokenHash;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How often somebody may try a password: per name, so that a password cannot be guessed, and per
 * remote address, so that names cannot be tried in a row.
 *
 * <p>An attempt is counted before the password is looked at, and given back if it was right; so a
 * thousand attempts at once are no more than ten.
 */
@ApplicationScoped
public class SignInLimits {

    static final int PER_NAME = 10;
    static final int PER_REMOTE = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private RateLimitRepository limits;

    protected SignInLimits() {}

    @Inject
    public SignInLimits(RateLimitRepository limits) {
        this.limits = limits;
    }

    /** Counts an attempt, whether there is such a person or not; false if it is one too many. */
    public boolean take(String name, String remote, Instant now) {
        return limits.takeForGood(remoteBucket(remote), PER_REMOTE, WINDOW, now, 1)
                && limits.takeForGood(nameBucket(name), PER_NAME, WINDOW, now, 1);
    }

    /** Takes a successful attempt out of the count, and forgets the failed ones of the name. */
    public void giveBack(String name, String remote) {
        limits.giveBack(remoteBucket(remote), 1);
        limits.clear(nameBucket(name));
    }

    /** Forgets the failed attempts of a name, whose owner has proved who they are by mail. */
    public void forgetFailures(String name) {
        limits.clear(nameBucket(name));
    }

    /** Minutes until the next attempt may succeed, begun ones counting whole. */
    public long minutesToWait(String name, String remote, Instant now) {
        return Stream.of(nameBucket(name), remoteBucket(remote))
                .flatMap(bucket -> limits.findWindowEnd(bucket, now).stream())
                .mapToLong(end -> Duration.between(now, end).plusSeconds(59).toMinutes())
                .max()
                .orElse(1);
    }

    private static String nameBucket(String name) {
        return "signIn.name:" + TokenHash.hex(name);
    }

    private static String remoteBucket(String remote) {
        return "signIn.remote:" + TokenHash.hex(Network.of(remote));
    }
}

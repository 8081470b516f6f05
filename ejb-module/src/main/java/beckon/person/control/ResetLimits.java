package beckon.person.control;

import beckon.shared.Network;
import beckon.shared.TokenHash;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody may ask for a new password. A browser that asks too often is told so; that an
 * address has had enough mails is told to nobody, since it would tell that it has a sign-in.
 */
@ApplicationScoped
public class ResetLimits {

    static final int PER_REMOTE = 20;
    static final int PER_ADDRESS = 3;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private RateLimitRepository limits;

    protected ResetLimits() {}

    @Inject
    public ResetLimits(RateLimitRepository limits) {
        this.limits = limits;
    }

    /** Counts a request, whoever it is about; false if it is one too many. */
    public boolean takeRemote(String remote, Instant now) {
        return limits.takeForGood(remoteBucket(remote), PER_REMOTE, WINDOW, now, 1);
    }

    public long minutesToWait(String remote, Instant now) {
        return limits.minutesToWait(remoteBucket(remote), now);
    }

    /** Counts a mail; false if it is one too many. */
    public boolean takeAddress(String emailKey, Instant now) {
        String bucket = "reset.address:" + TokenHash.hex(emailKey);
        return limits.takeForGood(bucket, PER_ADDRESS, WINDOW, now, 1);
    }

    private static String remoteBucket(String remote) {
        return "reset.remote:" + TokenHash.hex(Network.of(remote));
    }
}

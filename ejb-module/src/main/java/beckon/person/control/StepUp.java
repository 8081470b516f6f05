package beckon.person.control;

import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks who is signed in already for the password again, before something that whoever finds an
 * unlocked computer must not do.
 *
 * <p>A try is counted before the password is looked at, so that a thousand at once are five.
 */
@ApplicationScoped
public class StepUp {

    static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private RateLimitRepository limits;
    private Passwords passwords;

    protected StepUp() {}

    @Inject
    public StepUp(RateLimitRepository limits, Passwords passwords) {
        this.limits = limits;
        this.passwords = passwords;
    }

    /**
     * Refuses a wrong password. Takes a tenth of a second: not to be called within a transaction.
     *
     * @param hash the person's
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS
     */
    public void require(long personId, String password, String hash, Instant now) {
        String bucket = "stepUp:" + personId;
        if (!limits.takeForGood(bucket, TRIES, WINDOW, now, 1)) {
            throw new RefusalException(
                    PersonReason.TOO_MANY_ATTEMPTS, limits.minutesToWait(bucket, now));
        }
        if (!passwords.matches(password, hash)) {
            throw new RefusalException(PersonReason.WRONG_PASSWORD);
        }
        limits.clear(bucket);
    }
}

package beckon.person.control;

import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many photos are drawn: a few of each person, and only one at once, since each takes room. */
@ApplicationScoped
public class PhotoLimits {

    static final int PER_HOUR = 20;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore atOnce = new Semaphore(1, true);
    private RateLimitRepository limits;
    private Duration patience;

    protected PhotoLimits() {}

    @Inject
    public PhotoLimits(RateLimitRepository limits) {
        this(limits, PATIENCE);
    }

    PhotoLimits(RateLimitRepository limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /**
     * Counts one, also if nothing comes of it.
     *
     * @throws RefusalException TOO_MANY_ATTEMPTS
     */
    public void take(long personId, Instant now) {
        String bucket = "photo:" + personId;
        if (!limits.takeForGood(bucket, PER_HOUR, WINDOW, now, 1)) {
            throw new RefusalException(
                    PersonReason.TOO_MANY_ATTEMPTS, limits.minutesToWait(bucket, now));
        }
    }

    /**
     * Draws when it is its turn, unless that takes too long: who waits keeps others from the door.
     *
     * @throws RefusalException TOO_MANY_PICTURES
     */
    public <T> T inTurn(Supplier<T> drawing) {
        try {
            if (!atOnce.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RefusalException(PersonReason.TOO_MANY_PICTURES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for its turn", e);
        }
        try {
            return drawing.get();
        } finally {
            atOnce.release();
        }
    }
}

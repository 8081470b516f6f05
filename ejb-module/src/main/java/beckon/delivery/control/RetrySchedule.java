package beckon.delivery.control;

import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again: ever later, a little apart from each other, and not after the expiry. */
@ApplicationScoped
public class RetrySchedule {

    private static final double SPREAD = 0.2;

    private List<Duration> waits;

    protected RetrySchedule() {}

    @Inject
    public RetrySchedule(Settings settings) {
        waits = settings.retrySchedule();
    }

    /**
     * The moment of the next attempt; empty if the message will be of no use by then.
     *
     * @param attempts how many have failed, from 1
     */
    public Optional<Instant> findNext(int attempts, Instant now, Instant expiresAt) {
        Duration wait = waits.get(Math.min(Math.max(attempts, 1), waits.size()) - 1);
        double factor = 1 + SPREAD * ThreadLocalRandom.current().nextDouble();
        Instant next = now.plusMillis((long) (wait.toMillis() * factor));
        return next.isBefore(expiresAt) ? Optional.of(next) : Optional.empty();
    }
}

package beckon.dossier.control;

import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** How often somebody takes out their own: reading all of it costs more than most pages. */
@ApplicationScoped
public class DossierLimits {

    private static final int PER_HOUR = 10;
    private static final Duration WINDOW = Duration.ofHours(1);

    private RateLimitRepository limits;

    protected DossierLimits() {}

    @Inject
    public DossierLimits(RateLimitRepository limits) {
        this.limits = limits;
    }

    /**
     * Counts one, also if nothing comes of it.
     *
     * @throws RefusalException TOO_MANY_ATTEMPTS
     */
    public void take(long personId, Instant now) {
        String bucket = "dossier:" + personId;
        if (!limits.takeForGood(bucket, PER_HOUR, WINDOW, now, 1)) {
            throw new RefusalException(
                    PersonReason.TOO_MANY_ATTEMPTS, limits.minutesToWait(bucket, now));
        }
    }
}

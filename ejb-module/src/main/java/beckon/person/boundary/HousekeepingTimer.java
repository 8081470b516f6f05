package beckon.person.boundary;

import beckon.person.control.ChallengeRepository;
import beckon.person.control.PasswordResetRepository;
import beckon.person.control.PhoneCheckRepository;
import beckon.person.control.SessionRepository;
import beckon.shared.persistence.RateLimitRepository;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes what nobody can use any more: closed limits, ended sessions, expired API tokens.
 *
 * <p>Only tidies up: none of them opens or refuses anything after its end, deleted or not. Every
 * node does it; what one has deleted the next does not find.
 */
@Singleton
@PermitAll
public class HousekeepingTimer {

    /** How long sessions and tokens can still be looked up after their end. */
    public static final Duration KEPT = Duration.ofDays(30);

    @Inject SchemaState schema;
    @Inject RateLimitRepository limits;
    @Inject SessionRepository sessions;
    @Inject PasswordResetRepository resets;
    @Inject ChallengeRepository challenges;
    @Inject PhoneCheckRepository phones;
    @Inject Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void tidyUp() {
        if (!schema.isReady()) {
            return;
        }
        Instant now = clock.instant();
        limits.purge(now);
        sessions.purge(now.minus(KEPT));
        resets.purge(now.minus(KEPT));
        challenges.purge(now.minus(KEPT));
        phones.purge(now);
    }
}

package beckon.exchange.boundary;

import beckon.exchange.control.Importing;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets files of contacts a day after they came; what a second node does again harms nothing. */
@Singleton
@PermitAll
public class ImportSweeperTimer {
    private static final Duration KEPT = Duration.ofDays(1);

    @Inject SchemaState schema;
    @Inject Importing importing;
    @Inject Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void sweep() {
        if (schema.isReady()) {
            importing.sweep(clock.instant().minus(KEPT));
        }
    }
}

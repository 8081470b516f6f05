package beckon.account.boundary;

import beckon.account.control.StayKeeper;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Looks every minute whose stay has ended, and whose will end soon.
 *
 * <p>Every node looks; each guest is put out once, and each reminder sent once.
 */
@Singleton
@PermitAll
public class StayTimer {

    private static final int AT_ONCE = 100;

    @Inject SchemaState schema;
    @Inject StayKeeper stays;
    @Inject Clock clock;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    public void look() {
        if (!schema.isReady()) {
            return;
        }
        Instant now = clock.instant();
        int done = AT_ONCE;
        while (done > 0) {
            done = stays.endOverdue(now, AT_ONCE) + stays.remind(now, AT_ONCE);
        }
    }
}

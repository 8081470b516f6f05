package beckon.attachment.boundary;

import beckon.attachment.control.AttachmentSweeper;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Deletes files that have expired or were never sent.
 *
 * <p>Only tidies up: from the moment of expiry on a file cannot be opened or sent, swept or not.
 * Every node sweeps; what one has deleted the next does not find.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachmentSweeperTimer {

    @Inject SchemaState schema;
    @Inject AttachmentSweeper sweeper;
    @Inject Clock clock;

    @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false)
    public void sweepExpired() {
        if (schema.isReady()) {
            sweeper.sweepExpired(clock.instant());
        }
    }

    @Schedule(hour = "*", minute = "43", persistent = false)
    public void sweepOrphans() {
        if (schema.isReady()) {
            sweeper.sweepOrphans(clock.instant());
        }
    }
}

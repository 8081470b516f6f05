package beckon.invitation.boundary;

import beckon.invitation.control.Confirming;
import beckon.invitation.control.Forgetting;
import beckon.invitation.control.Requesting;
import beckon.invitation.control.Revoking;
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
 * Closes invitations that have expired, and forgets addresses that were to be confirmed, and who
 * asked to be invited.
 *
 * <p>Only tidies up: from the moment of expiry on an invitation opens nothing, swept or not. Every
 * node sweeps; each row is closed once.
 */
@Singleton
@PermitAll
public class InvitationExpiryTimer {
    private static final int AT_ONCE = 200;

    @Inject SchemaState schema;
    @Inject Revoking revoking;
    @Inject Confirming confirming;
    @Inject Requesting requesting;
    @Inject Forgetting forgetting;
    @Inject Clock clock;

    /** Forgets, hour by hour, the invitees of what ended a month ago without anybody joining. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "41", second = "10", persistent = false)
    public void forget() {
        Instant now = clock.instant();
        int forgotten = schema.isReady() ? AT_ONCE : 0;
        while (forgotten > 0) {
            forgotten = forgetting.purge(now, AT_ONCE);
        }
        if (schema.isReady()) {
            forgetting.purgeNews(now);
        }
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void sweep() {
        Instant now = clock.instant();
        int swept = schema.isReady() ? AT_ONCE : 0;
        while (swept > 0) {
            swept = revoking.sweep(now, AT_ONCE);
        }
        if (schema.isReady()) {
            confirming.purge(now);
            requesting.purge(now);
        }
    }
}

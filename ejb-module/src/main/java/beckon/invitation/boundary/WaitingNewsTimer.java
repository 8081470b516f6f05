package beckon.invitation.boundary;

import beckon.invitation.control.WaitingNews;
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
 * Looks every minute whether admins are to be told of invitations that wait.
 *
 * <p>Every node looks; each admin is told once.
 */
@Singleton
@PermitAll
public class WaitingNewsTimer {
    private static final int AT_ONCE = 100;

    @Inject SchemaState schema;
    @Inject WaitingNews news;
    @Inject Clock clock;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "25", persistent = false)
    public void look() {
        if (!schema.isReady()) {
            return;
        }
        Instant now = clock.instant();
        int told = AT_ONCE;
        while (told == AT_ONCE) {
            told = news.tell(now, AT_ONCE);
        }
    }
}

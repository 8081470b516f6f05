package beckon.delivery.boundary;

import beckon.delivery.control.TextSender;
import beckon.delivery.control.TextUpkeep;
import beckon.shared.Settings;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps a session with the message centre, on every node: reports on earlier texts, and what people
 * answer, come in by it even when no text goes out.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TextSessionTimer {

    private static final Logger LOGGER = System.getLogger(TextSessionTimer.class.getName());

    @Inject private SchemaState schema;
    @Inject private Settings settings;
    @Inject private TextSender sender;
    @Inject private TextUpkeep upkeep;

    @Schedule(hour = "*", minute = "*", second = "5,35", persistent = false)
    void listen() {
        if (!settings.sendsTexts() || !schema.isReady()) {
            return;
        }
        try {
            sender.listen();
        } catch (ResourceException e) {
            LOGGER.log(Level.DEBUG, "No session with the message centre", e);
        }
    }

    @Schedule(hour = "*", minute = "17", second = "20", persistent = false)
    void purge() {
        if (schema.isReady()) {
            upkeep.purge();
        }
    }
}

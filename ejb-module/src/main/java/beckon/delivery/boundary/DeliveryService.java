package beckon.delivery.boundary;

import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.OutgoingMessage;
import beckon.delivery.entity.RenderedMail;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The inner door to delivery: other components hand over messages here, people do not. */
@Stateless
@PermitAll
public class DeliveryService {

    /** Writes the messages in the caller's transaction and couriers them after its commit. */
    public void enqueue(List<OutgoingMessage> messages) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Withdraws what is about {@code reference} and not yet sent, in the caller's transaction. */
    public void cancel(UUID reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The latest message of each reference; references without one are left out. */
    public List<DispatchRow> listLatest(Set<UUID> references) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Every message about {@code reference}, the newest first. */
    public List<DispatchRow> listFor(UUID reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The mail as it would be sent, with a link that opens nothing. */
    public RenderedMail preview(String template, String language, Map<String, String> model) {
        throw new UnsupportedOperationException("not built yet");
    }
}

package beckon.delivery.boundary;

import beckon.delivery.control.EmailSender;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.stream.Stream;

/** Takes ids of dispatches from the courier; what it throws, the broker brings again or parks. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(
                        propertyName = "destinationLookup",
                        propertyValue = "java:/beckon/jms/queue/Email"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmailDispatchConsumer implements MessageListener {

    @Inject private EmailSender sender;

    @Override
    public void onMessage(Message message) {
        sender.send(ids(message));
    }

    static List<Long> ids(Message message) {
        try {
            return Stream.of(message.getBody(String.class).split(",")).map(Long::valueOf).toList();
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}

package beckon.delivery.boundary;

import beckon.delivery.control.TextSender;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes ids of texts from the courier; what it throws, the broker brings again or parks. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(
                        propertyName = "destinationLookup",
                        propertyValue = "java:/beckon/jms/queue/Text"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TextDispatchConsumer implements MessageListener {

    @Inject private TextSender sender;

    @Override
    public void onMessage(Message message) {
        sender.send(EmailDispatchConsumer.ids(message));
    }
}

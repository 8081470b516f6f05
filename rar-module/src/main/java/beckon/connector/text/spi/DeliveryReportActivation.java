package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReportListener;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;

/** That a message-driven bean takes delivery reports; there is nothing to configure. */
@Activation(messageListeners = DeliveryReportListener.class)
public class DeliveryReportActivation implements ActivationSpec {

    private ResourceAdapter resourceAdapter;

    @Override
    public void validate() {
        // nothing could be wrong
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        this.resourceAdapter = resourceAdapter;
    }
}

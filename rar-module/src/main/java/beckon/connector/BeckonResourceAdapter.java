package beckon.connector;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import javax.transaction.xa.XAResource;

/** What leaves the house: outbound connections only, none of which takes part in a transaction. */
@Connector(
        displayName = "Beckon",
        description = "Pooled connections to mail servers",
        vendorName = "Beckon",
        eisType = "SMTP",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class BeckonResourceAdapter implements ResourceAdapter, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public void start(BootstrapContext context) {
        // connections are opened when they are first lent
    }

    @Override
    public void stop() {
        // the container's pools close what they hold
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
            throws NotSupportedException {
        throw new NotSupportedException("nothing comes in through this adapter");
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        // none was activated
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    @Override
    public boolean equals(Object other) {
        return other != null && other.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return BeckonResourceAdapter.class.hashCode();
    }
}

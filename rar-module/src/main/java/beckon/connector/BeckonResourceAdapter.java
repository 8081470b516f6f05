package beckon.connector;

import beckon.connector.text.spi.DeliveryReportActivation;
import beckon.connector.text.spi.ReportInbox;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;
import java.io.Serializable;
import javax.transaction.xa.XAResource;

/**
 * What leaves the house, and what is reported about it.
 *
 * <p>No connection takes part in a transaction. Only delivery reports come in, to one
 * message-driven bean.
 */
@Connector(
        displayName = "Beckon",
        description = "Pooled connections to mail servers and message centres",
        vendorName = "Beckon",
        eisType = "SMTP, SMPP",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class BeckonResourceAdapter implements ResourceAdapter, Serializable {

    private static final long serialVersionUID = 1L;

    private transient ReportInbox reports = new ReportInbox();
    private transient WorkManager workers;

    @Override
    public void start(BootstrapContext context) {
        workers = context.getWorkManager();
    }

    @Override
    public void stop() {
        // the container's pools close what they hold
        reports.close();
    }

    /** Where sessions put what the message centre reports. */
    public ReportInbox reports() {
        return reports;
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
            throws ResourceException {
        if (!(spec instanceof DeliveryReportActivation)) {
            throw new NotSupportedException("only delivery reports come in through this adapter");
        }
        workers.startWork(reports.open(factory));
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        reports.close();
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

package beckon.connector.mail.spi;

import beckon.connector.mail.MailConnection;
import beckon.connector.mail.MailConnectionFactory;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;

/** Asks the container's pool for sessions. */
public class PooledMailConnectionFactory implements MailConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final MailManagedConnectionFactory sessions;
    private final transient ConnectionManager pool;
    private Reference reference;

    PooledMailConnectionFactory(MailManagedConnectionFactory sessions, ConnectionManager pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public MailConnection getConnection() throws ResourceException {
        return (MailConnection) pool.allocateConnection(sessions, null);
    }

    @Override
    public Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }
}

package beckon.connector.text.spi;

import beckon.connector.text.TextConnection;
import beckon.connector.text.TextConnectionFactory;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;

/** Asks the container's pool for connections. */
public class PooledTextConnectionFactory implements TextConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final TextManagedConnectionFactory sessions;
    private final transient ConnectionManager pool;
    private Reference reference;

    PooledTextConnectionFactory(TextManagedConnectionFactory sessions, ConnectionManager pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public TextConnection getConnection() throws ResourceException {
        return (TextConnection) pool.allocateConnection(sessions, null);
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

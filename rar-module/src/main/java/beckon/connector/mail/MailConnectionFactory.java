package beckon.connector.mail;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Where SMTP sessions come from; bound at {@value #JNDI_NAME}. */
public interface MailConnectionFactory extends Serializable, Referenceable {

    /** The one name under which the server binds it. */
    String JNDI_NAME = "java:/beckon/mail/ConnectionFactory";

    /**
     * Lends a session from the pool, opening one if none is idle.
     *
     * @throws ResourceException if the server cannot be reached, refuses us, or the pool is empty
     *     for longer than its time-out
     */
    MailConnection getConnection() throws ResourceException;
}

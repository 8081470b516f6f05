package beckon.connector.text;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Where connections to the message centre come from; bound at {@value #JNDI_NAME}. */
public interface TextConnectionFactory extends Serializable, Referenceable {

    /** The one name under which the server binds it. */
    String JNDI_NAME = "java:/beckon/text/ConnectionFactory";

    /**
     * Lends a connection from the pool, binding one if none is idle.
     *
     * @throws ResourceException if the message centre cannot be reached or refuses us, at once
     *     while it is known to; or if the pool is empty for longer than its time-out
     */
    TextConnection getConnection() throws ResourceException;
}

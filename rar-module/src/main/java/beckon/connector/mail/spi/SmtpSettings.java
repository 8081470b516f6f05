package beckon.connector.mail.spi;

import java.io.Serializable;

/**
 * Which mail server, and how to speak with it.
 *
 * @param user to sign in as; null for none
 * @param fromAddress of every mail, in its envelope and its header
 * @param connectTimeout milliseconds till the connection stands
 * @param readTimeout milliseconds for a whole reply, however slowly it trickles in
 * @param writeTimeout milliseconds for one write
 * @param localName what we call ourselves
 */
record SmtpSettings(
        String host,
        int port,
        String user,
        String password,
        TransportSecurity security,
        String fromAddress,
        int connectTimeout,
        int readTimeout,
        int writeTimeout,
        String localName)
        implements Serializable {

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
    }
}

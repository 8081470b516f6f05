package beckon.connector.text.spi;

/** What the other side speaks. */
public enum TextProtocol {
    /** SMPP 3.4, to a message centre. */
    SMPP,
    /** A request for each text, as Kannel's sendsms takes it. */
    HTTP
}

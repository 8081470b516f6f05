package beckon.connector.mail.spi;

/** Whether and when a session is encrypted. */
public enum TransportSecurity {
    /** In clear. */
    NONE,
    /** In clear at first, then encrypted; without that nothing is sent. */
    STARTTLS,
    /** Encrypted from the first octet. */
    IMPLICIT
}

package beckon.connector.mail;

/** An open SMTP session lent by the container's pool; closing gives it back. */
public interface MailConnection extends AutoCloseable {

    /**
     * Sends one mail in a mail transaction of its own.
     *
     * @return the server's answer; an SMTP reply or a broken connection is never an exception
     * @throws IllegalArgumentException if the mail has line breaks in a header or no recipient
     */
    MailAnswer send(OutgoingMail mail);

    @Override
    void close();
}

package beckon.connector.mail.spi;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus Mail's session, which takes a mail that is already written out.
 *
 * <p>Where the server permits it (RFC 2920), a mail after the first takes two round trips instead
 * of four.
 */
final class SmtpTransport extends SMTPTransport {

    private static final int GO_AHEAD = 354;

    /** What Angus Mail gives for the first mail; good for as long as the connection stands. */
    private OutputStream body;

    private boolean pipelining;
    private boolean handedOver;
    private boolean ended;

    SmtpTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /**
     * Sends one mail.
     *
     * @param mail ASCII, lines ended by CR LF and none beginning with a dot
     * @return the first reply that is no, or the one to the mail
     * @throws MessagingException if the connection broke
     */
    synchronized SmtpReply deliver(String from, String to, byte[] mail)
            throws MessagingException, IOException {
        handedOver = false;
        String sender = "MAIL FROM:<" + from + ">";
        String recipient = "RCPT TO:<" + to + ">";
        SmtpReply refusal =
                body != null && pipelining
                        ? announceAtOnce(sender, recipient)
                        : announce(sender, recipient);
        if (refusal != null) {
            return refusal;
        }
        body.write(mail);
        handedOver = true;
        sendCommand(".");
        return read();
    }

    /** Whether the last mail may have been accepted without our having seen it. */
    synchronized boolean isHandedOver() {
        return handedOver;
    }

    /** Whether it cannot be used for another mail, though the last one was answered. */
    synchronized boolean isEnded() {
        return ended;
    }

    synchronized boolean isResponding() {
        try {
            return simpleCommand("NOOP") == 250;
        } catch (MessagingException e) {
            return false;
        }
    }

    private SmtpReply announce(String sender, String recipient) throws MessagingException {
        for (String command : new String[] {sender, recipient}) {
            sendCommand(command);
            SmtpReply reply = read();
            if (!reply.isPositive()) {
                return withdraw(reply);
            }
        }
        if (body == null) {
            return announceFirst();
        }
        sendCommand("DATA");
        SmtpReply reply = read();
        return reply.code() == GO_AHEAD ? null : withdraw(reply);
    }

    private SmtpReply announceFirst() throws MessagingException {
        try {
            body = data();
            pipelining = supportsExtension("PIPELINING");
            return null;
        } catch (SMTPSendFailedException e) {
            return SmtpReply.of(e.getReturnCode(), e.getMessage());
        }
    }

    private SmtpReply announceAtOnce(String sender, String recipient)
            throws MessagingException, IOException {
        body.write((sender + "\r\n" + recipient + "\r\n").getBytes(StandardCharsets.US_ASCII));
        sendCommand("DATA");
        SmtpReply toSender = read();
        SmtpReply toRecipient = read();
        SmtpReply toData = read();
        SmtpReply no = toSender.isPositive() ? toRecipient : toSender;
        if (no.isPositive()) {
            return toData.code() == GO_AHEAD ? null : withdraw(toData);
        }
        if (toData.code() == GO_AHEAD) {
            // it waits for a mail that nobody is to get; an empty one might reach somebody
            close();
            ended = true;
            return no;
        }
        return withdraw(no);
    }

    private SmtpReply withdraw(SmtpReply refusal) throws MessagingException {
        if (refusal.code() > 0 && refusal.code() != SmtpSession.CLOSING) {
            sendCommand("RSET");
            readServerResponse();
        }
        return refusal;
    }

    private SmtpReply read() throws MessagingException {
        int code = readServerResponse();
        return SmtpReply.of(code, getLastServerResponse());
    }
}

package beckon.connector.mail.spi;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.MailAnswer.Outcome;
import beckon.connector.mail.MailAnswer.Trouble;
import beckon.connector.mail.OutgoingMail;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * A session with a mail server, open from its making till it breaks or is closed.
 *
 * <p>{@link #send} returns within connection, reply and write time-outs together, whatever the
 * server does.
 */
final class SmtpSession implements AutoCloseable {

    /** The server closes the session. */
    static final int CLOSING = 421;

    /** Replies that are about our signing in, not about the mail: 5xx, but not its fault. */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private static final Logger LOGGER = System.getLogger(SmtpSession.class.getName());
    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

    private final SmtpSettings settings;
    private final Deadline deadline = new Deadline();
    private final Session session;
    private SmtpTransport transport;
    private boolean usedBefore;
    private boolean broken;
    private long lastUsed;

    private SmtpSession(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, deadline));
    }

    /**
     * Connects, encrypts and signs in.
     *
     * @throws ResourceException if one of these fails; its message is in words for an administrator
     */
    static SmtpSession open(SmtpSettings settings) throws ResourceException {
        SmtpSession opened = new SmtpSession(settings);
        try {
            opened.deadline.startMillis(opened.patience());
            opened.connect();
            return opened;
        } catch (AuthenticationFailedException e) {
            throw with(
                    Trouble.SIGN_IN,
                    new SecurityException("The mail server refused our sign-in: " + reason(e), e));
        } catch (MessagingException e) {
            throw with(
                    trouble(e),
                    new CommException("The mail server was not reached: " + reason(e), e));
        }
    }

    private static ResourceException with(Trouble trouble, ResourceException failure) {
        failure.setErrorCode(trouble.name());
        return failure;
    }

    private static Trouble trouble(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return Trouble.SIGN_IN;
        }
        Throwable root = root(failure);
        if (root instanceof SocketException || root instanceof SocketTimeoutException) {
            return Trouble.CONNECTION;
        }
        boolean unencrypted = Objects.toString(root.getMessage()).contains("STARTTLS");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            unencrypted |= cause instanceof SSLException;
        }
        return unencrypted ? Trouble.ENCRYPTION : Trouble.CONNECTION;
    }

    private static Properties properties(SmtpSettings settings, Deadline deadline) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", settings.localName());
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.connectiontimeout", String.valueOf(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", String.valueOf(settings.readTimeout()));
        properties.put("mail.smtp.writetimeout", String.valueOf(settings.writeTimeout()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new DeadlineSocketFactory(deadline));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private void connect() throws MessagingException {
        SmtpTransport fresh = new SmtpTransport(session);
        fresh.connect(settings.host(), settings.port(), settings.user(), settings.password());
        transport = fresh;
        lastUsed = System.nanoTime();
    }

    private long patience() {
        return (long) settings.connectTimeout() + settings.readTimeout();
    }

    /**
     * Sends one mail; a session that the server has ended since the last one is opened again first.
     */
    MailAnswer send(OutgoingMail mail) {
        byte[] written = MailComposer.compose(mail, settings.fromAddress());
        deadline.startMillis(patience());
        MailAnswer answer =
                transport.isEnded()
                        ? attemptAfresh(mail.to(), written)
                        : attempt(mail.to(), written);
        if (answer.outcome() == Outcome.UNREACHABLE && usedBefore && mayRepeat()) {
            answer = attemptAfresh(mail.to(), written);
        }
        usedBefore = true;
        lastUsed = System.nanoTime();
        broken = answer.outcome() == Outcome.UNREACHABLE;
        return answer;
    }

    private boolean mayRepeat() {
        return !transport.isHandedOver() && !deadline.isOver();
    }

    private MailAnswer attempt(String to, byte[] written) {
        try {
            return answer(transport.deliver(settings.fromAddress(), to, written));
        } catch (MessagingException | IOException e) {
            return new MailAnswer(Outcome.UNREACHABLE, 0, reason(e));
        }
    }

    private MailAnswer attemptAfresh(String to, byte[] written) {
        close();
        usedBefore = false;
        try {
            connect();
        } catch (MessagingException e) {
            return new MailAnswer(Outcome.UNREACHABLE, 0, reason(e), trouble(e));
        }
        return attempt(to, written);
    }

    private static MailAnswer answer(SmtpReply reply) {
        int code = reply.code();
        if (reply.isPositive()) {
            return new MailAnswer(Outcome.ACCEPTED, code, reply.words());
        }
        if (code < 400 || code > 599) {
            String words = "the server ended the session or answered nonsense";
            return new MailAnswer(Outcome.UNREACHABLE, 0, words);
        }
        if (code == CLOSING) {
            return new MailAnswer(Outcome.UNREACHABLE, code, reply.words());
        }
        boolean passing = code < 500 || ABOUT_US.contains(code);
        return new MailAnswer(passing ? Outcome.LATER : Outcome.REFUSED, code, reply.words());
    }

    private static String reason(Exception failure) {
        Throwable root = root(failure);
        if (root instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (root instanceof UnknownHostException) {
            return "no such host name";
        }
        String words =
                root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return SmtpReply.printable(words);
    }

    private static Throwable root(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Whether it can be lent; asks the server only after a second without use. */
    boolean isAlive() {
        if (broken || System.nanoTime() - lastUsed < IDLE) {
            return !broken;
        }
        deadline.startMillis(settings.readTimeout());
        broken = !transport.isResponding();
        usedBefore = true;
        lastUsed = System.nanoTime();
        return !broken;
    }

    boolean isBroken() {
        return broken;
    }

    String userName() {
        return settings.user() == null ? "" : settings.user();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOGGER.log(Level.DEBUG, "a session with the mail server did not end politely", e);
        }
    }
}

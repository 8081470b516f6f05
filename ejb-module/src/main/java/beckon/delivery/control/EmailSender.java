package beckon.delivery.control;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.MailConnection;
import beckon.connector.mail.MailConnectionFactory;
import beckon.delivery.control.Attempt.Result;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchTrouble;
import beckon.shared.Masked;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Claims mails, hands them to the mail server one after the other, and settles them. */
@ApplicationScoped
public class EmailSender {

    private static final Logger LOGGER = System.getLogger(EmailSender.class.getName());

    @Resource(lookup = MailConnectionFactory.JNDI_NAME)
    private MailConnectionFactory connections;

    private Claims claims;
    private MailWriter mails;

    protected EmailSender() {}

    @Inject
    public EmailSender(Claims claims, MailWriter mails) {
        this.claims = claims;
        this.mails = mails;
    }

    EmailSender(Claims claims, MailWriter mails, MailConnectionFactory connections) {
        this(claims, mails);
        this.connections = connections;
    }

    /**
     * Sends those of the dispatches that are queued.
     *
     * @throws IllegalArgumentException if one of the ids is nobody's; the others are done
     */
    public void send(List<Long> ids) {
        Claim claim;
        // first the connection: without one nothing is ever shown as being sent
        try (MailConnection connection = connections.getConnection()) {
            claim = claims.claim(Channel.EMAIL, ids);
            send(claim, connection);
        } catch (ResourceException e) {
            Attempt trouble = Attempt.without(e);
            LOGGER.log(Level.WARNING, "Mail waits: {0}", Masked.words(trouble.words()));
            claim = claims.delay(Channel.EMAIL, ids, trouble);
        }
        claims.requireKnown(ids, claim);
    }

    private void send(Claim claim, MailConnection connection) {
        Attempt trouble = null;
        MailWriter.Batch batch = mails.beginBatch();
        for (Dispatch dispatch : claim.dispatches()) {
            if (trouble == null && claim.isWithdrawn(dispatch.id())) {
                continue;
            }
            Attempt attempt = trouble == null ? sendOne(dispatch, batch, connection) : trouble;
            if (attempt.result() == Result.UNREACHABLE && trouble == null) {
                LOGGER.log(Level.WARNING, "Mail waits: {0}", Masked.words(attempt.words()));
                trouble = attempt;
            }
            claim.note(dispatch, attempt);
        }
        claim.settle();
    }

    private Attempt sendOne(Dispatch dispatch, MailWriter.Batch batch, MailConnection connection) {
        try {
            return attempt(connection.send(batch.write(dispatch)));
        } catch (IllegalArgumentException e) {
            LOGGER.log(
                    Level.WARNING,
                    "Dispatch " + dispatch.id() + " makes no valid mail",
                    Masked.failure(e));
            return Attempt.invalid();
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.ERROR,
                    "Dispatch " + dispatch.id() + " cannot be written",
                    Masked.failure(e));
            return Attempt.unwritten();
        }
    }

    private static Attempt attempt(MailAnswer answer) {
        MailAnswer.Trouble trouble = answer.trouble();
        return new Attempt(
                switch (answer.outcome()) {
                    case ACCEPTED -> Result.SENT;
                    case LATER -> Result.LATER;
                    case UNREACHABLE -> Result.UNREACHABLE;
                    case REFUSED -> Result.NEVER;
                },
                answer.code(),
                answer.words(),
                trouble == null ? null : DispatchTrouble.valueOf(trouble.name()));
    }
}

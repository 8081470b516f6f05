package beckon.delivery.control;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.MailAnswer.Outcome;
import beckon.connector.mail.MailConnection;
import beckon.connector.mail.MailConnectionFactory;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.MailTrouble;
import beckon.delivery.entity.Settlement;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Claims dispatches, hands them to the mail server and settles them.
 *
 * <p>A batch that is done quickly costs three round trips to the database. One that is not looks
 * again before each mail whether it has been withdrawn, and keeps its lease.
 */
@ApplicationScoped
public class EmailSender {

    /** Longer than one mail can take, with the adapter's time-outs. */
    private static final Duration LEASE = Duration.ofSeconds(40);

    private static final Duration UNPROLONGED = Duration.ofSeconds(4);

    /** For how long a mail may still go out after it was withdrawn: less than a mail takes. */
    private static final Duration UNCHECKED = Duration.ofMillis(20);

    private static final Logger LOGGER = System.getLogger(EmailSender.class.getName());

    @Resource(lookup = MailConnectionFactory.JNDI_NAME)
    private MailConnectionFactory connections;

    private DispatchRepository dispatches;
    private MailWriter mails;
    private RetrySchedule schedule;
    private Clock clock;

    protected EmailSender() {}

    @Inject
    public EmailSender(
            DispatchRepository dispatches, MailWriter mails, RetrySchedule schedule, Clock clock) {
        this.dispatches = dispatches;
        this.mails = mails;
        this.schedule = schedule;
        this.clock = clock;
    }

    EmailSender(
            DispatchRepository dispatches,
            MailWriter mails,
            RetrySchedule schedule,
            Clock clock,
            MailConnectionFactory connections) {
        this(dispatches, mails, schedule, clock);
        this.connections = connections;
    }

    /**
     * Sends those of the dispatches that are queued.
     *
     * @throws IllegalArgumentException if one of the ids is nobody's; the others are done
     */
    public void send(List<Long> ids) {
        UUID lease = UUID.randomUUID();
        int claimed;
        // first the connection: without one nothing is ever shown as being sent
        try (MailConnection connection = connections.getConnection()) {
            claimed = sendClaimed(claim(ids, lease), lease, connection);
        } catch (ResourceException e) {
            Attempt trouble = withoutConnection(e);
            LOGGER.log(Level.WARNING, "Mail waits: {0}", trouble.words());
            claimed = delay(claim(ids, lease), lease, trouble);
        }
        if (claimed < ids.size() && !dispatches.isKnown(ids)) {
            throw new IllegalArgumentException("a dispatch that does not exist among " + ids);
        }
    }

    private List<Dispatch> claim(List<Long> ids, UUID lease) {
        Instant now = clock.instant();
        return dispatches.claim(ids, lease, now.plus(LEASE), now);
    }

    private int sendClaimed(List<Dispatch> claimed, UUID lease, MailConnection connection) {
        List<Settlement> settlements = new ArrayList<>(claimed.size());
        Watch watch = new Watch(lease, claimed, clock.instant());
        Attempt trouble = null;
        MailWriter.Batch batch = mails.beginBatch();
        for (Dispatch dispatch : claimed) {
            if (trouble == null && watch.isWithdrawn(dispatch)) {
                continue;
            }
            Attempt answer = trouble == null ? sendOne(dispatch, batch, connection) : trouble;
            if (answer.outcome() == Outcome.UNREACHABLE && trouble == null) {
                LOGGER.log(Level.WARNING, "Mail waits: {0}", answer.words());
                trouble = answer;
            }
            settlements.add(settlement(dispatch, answer));
        }
        if (!settlements.isEmpty()) {
            dispatches.settle(lease, settlements);
        }
        return claimed.size();
    }

    private Attempt sendOne(Dispatch dispatch, MailWriter.Batch batch, MailConnection connection) {
        try {
            return Attempt.of(connection.send(batch.write(dispatch)));
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "Dispatch " + dispatch.id() + " makes no valid mail", e);
            return new Attempt(Outcome.REFUSED, 0, "not a valid mail", MailTrouble.INVALID);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "Dispatch " + dispatch.id() + " cannot be written", e);
            return new Attempt(Outcome.LATER, 0, "could not be written", MailTrouble.UNWRITTEN);
        }
    }

    private int delay(List<Dispatch> claimed, UUID lease, Attempt trouble) {
        if (!claimed.isEmpty()) {
            dispatches.settle(
                    lease, claimed.stream().map(each -> settlement(each, trouble)).toList());
        }
        return claimed.size();
    }

    private Settlement settlement(Dispatch dispatch, Attempt answer) {
        Instant now = clock.instant();
        Integer code = answer.code() == 0 ? null : answer.code();
        Optional<Instant> next =
                answer.isFinal()
                        ? Optional.empty()
                        : schedule.findNext(dispatch.attempts(), now, dispatch.expiresAt());
        DispatchState failed = next.isPresent() ? DispatchState.DELAYED : DispatchState.FAILED;
        return new Settlement(
                dispatch.id(),
                answer.outcome() == Outcome.ACCEPTED ? DispatchState.SENT : failed,
                next.orElse(null),
                code,
                answer.words(),
                answer.trouble(),
                now);
    }

    private static Attempt withoutConnection(ResourceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // the adapter's own words, not the container's around them
            if (cause instanceof CommException || cause instanceof SecurityException) {
                String code = ((ResourceException) cause).getErrorCode();
                return Attempt.without(
                        cause.getMessage(),
                        code == null ? MailTrouble.CONNECTION : MailTrouble.valueOf(code));
            }
        }
        return Attempt.without("no connection to the mail server was free", MailTrouble.BUSY);
    }

    /** What came of trying to send one: the server's answer, or what kept us from asking. */
    private record Attempt(Outcome outcome, int code, String words, MailTrouble trouble) {
        static Attempt of(MailAnswer answer) {
            MailAnswer.Trouble trouble = answer.trouble();
            return new Attempt(
                    answer.outcome(),
                    answer.code(),
                    answer.words(),
                    trouble == null ? null : MailTrouble.valueOf(trouble.name()));
        }

        static Attempt without(String words, MailTrouble trouble) {
            return new Attempt(Outcome.UNREACHABLE, 0, words, trouble);
        }

        boolean isFinal() {
            return outcome == Outcome.ACCEPTED || outcome == Outcome.REFUSED;
        }
    }

    /** Keeps an eye on the lease while a batch takes long. */
    private final class Watch {

        private final UUID lease;
        private final List<Long> ids;
        private Instant checkedAt;
        private Instant prolongedAt;
        private Set<Long> stillClaimed;

        Watch(UUID lease, List<Dispatch> claimed, Instant claimedAt) {
            this.lease = lease;
            this.ids = claimed.stream().map(Dispatch::id).toList();
            this.checkedAt = claimedAt;
            this.prolongedAt = claimedAt;
        }

        boolean isWithdrawn(Dispatch dispatch) {
            Instant now = clock.instant();
            if (prolongedAt.plus(UNPROLONGED).isBefore(now)) {
                dispatches.prolong(lease, ids, now.plus(LEASE));
                prolongedAt = now;
            }
            if (checkedAt.plus(UNCHECKED).isBefore(now)) {
                stillClaimed = dispatches.listStillClaimed(lease, ids);
                checkedAt = now;
            }
            return stillClaimed != null && !stillClaimed.contains(dispatch.id());
        }
    }
}

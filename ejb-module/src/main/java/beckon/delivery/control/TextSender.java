package beckon.delivery.control;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextConnection;
import beckon.connector.text.TextConnectionFactory;
import beckon.delivery.control.Attempt.Result;
import beckon.delivery.control.PartRepository.Part;
import beckon.delivery.control.TextTally.Count;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchTrouble;
import beckon.shared.Masked;
import beckon.shared.PhoneNumber;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Claims texts, hands them to the message centre a batch at a time, and settles them.
 *
 * <p>What the message centre calls a text is written down before the text is settled: a report may
 * be under way already. A text that went without an answer may have been taken; it waits for a
 * report and is repeated once at most.
 */
@ApplicationScoped
public class TextSender {

    private static final Logger LOGGER = System.getLogger(TextSender.class.getName());

    @Resource(lookup = TextConnectionFactory.JNDI_NAME)
    private TextConnectionFactory connections;

    private Claims claims;
    private TextWriter texts;
    private StopList stops;
    private PartRepository parts;
    private DoubtRepository doubts;
    private TextTally tally;
    private Clock clock;

    protected TextSender() {}

    @Inject
    public TextSender(
            Claims claims,
            TextWriter texts,
            StopList stops,
            PartRepository parts,
            DoubtRepository doubts,
            TextTally tally,
            Clock clock) {
        this.claims = claims;
        this.texts = texts;
        this.stops = stops;
        this.parts = parts;
        this.doubts = doubts;
        this.tally = tally;
        this.clock = clock;
    }

    /** With connections from elsewhere. */
    TextSender from(TextConnectionFactory elsewhere) {
        connections = elsewhere;
        return this;
    }

    /**
     * Sends those of the dispatches that are queued.
     *
     * @throws IllegalArgumentException if one of the ids is nobody's; the others are done
     */
    public void send(List<Long> ids) {
        Claim claim;
        // first the connection: without one nothing is ever shown as being sent
        try (TextConnection connection = connections.getConnection()) {
            claim = claims.claim(Channel.TEXT, ids);
            send(claim, connection);
        } catch (ResourceException e) {
            Attempt trouble = Attempt.without(e);
            LOGGER.log(Level.WARNING, "Texts wait: {0}", Masked.words(trouble.words()));
            claim = claims.delay(Channel.TEXT, ids, trouble);
        }
        claims.requireKnown(ids, claim);
    }

    /**
     * Sees to it that there is a session by which reports and answers can come in.
     *
     * @throws ResourceException if there can be none now
     */
    public void listen() throws ResourceException {
        connections.getConnection().close();
    }

    private void send(Claim claim, TextConnection connection) {
        List<Dispatch> going = new ArrayList<>();
        List<OutgoingText> written = new ArrayList<>();
        write(claim, going, written);
        Instant now = clock.instant();
        Map<TextTally.Key, Count> counts = new HashMap<>();
        if (!going.isEmpty()) {
            claim.handOver(going);
            List<TextAnswer> answers =
                    connection.send(written, text -> !claim.isWithdrawn(text.reference()));
            now = clock.instant();
            counts = note(claim, going, answers, now);
        }
        claim.settle();
        // last: trouble with what only counts must not have texts sent twice
        tally.add(counts, now);
    }

    private void write(Claim claim, List<Dispatch> going, List<OutgoingText> written) {
        Set<String> stopped =
                stops.listStopped(claim.dispatches().stream().map(Dispatch::recipient).toList());
        for (Dispatch dispatch : claim.dispatches()) {
            if (stopped.contains(dispatch.recipient())) {
                claim.note(dispatch, stopped());
                continue;
            }
            try {
                written.add(texts.write(dispatch));
                going.add(dispatch);
            } catch (IllegalArgumentException e) {
                LOGGER.log(
                        Level.WARNING,
                        "Dispatch " + dispatch.id() + " makes no valid text",
                        Masked.failure(e));
                claim.note(dispatch, Attempt.invalid());
            } catch (RuntimeException e) {
                LOGGER.log(
                        Level.ERROR,
                        "Dispatch " + dispatch.id() + " cannot be written",
                        Masked.failure(e));
                claim.note(dispatch, Attempt.unwritten());
            }
        }
    }

    private static Attempt stopped() {
        return new Attempt(Result.NEVER, 0, "the phone has answered STOP", DispatchTrouble.STOPPED);
    }

    private Map<TextTally.Key, Count> note(
            Claim claim, List<Dispatch> going, List<TextAnswer> answers, Instant now) {
        List<Part> taken = new ArrayList<>();
        Map<TextTally.Key, Count> counts = new HashMap<>();
        for (int i = 0; i < going.size(); i++) {
            Dispatch dispatch = going.get(i);
            TextAnswer answer = answers.get(i);
            claim.note(dispatch, attempt(dispatch, answer, now));
            switch (answer.outcome()) {
                case ACCEPTED -> {
                    List<String> ids = answer.messageIds();
                    taken.addAll(Part.of(dispatch, ids, ids.size()));
                    counts.merge(key(dispatch), new Count(1, 0), Count::plus);
                }
                case REFUSED -> counts.merge(key(dispatch), new Count(1, 1), Count::plus);
                case UNKNOWN -> {
                    int segments = texts.countSegments(dispatch);
                    taken.addAll(Part.of(dispatch, answer.messageIds(), segments));
                }
                default -> {}
            }
        }
        answers.stream()
                .filter(TextSender::isLost)
                .findFirst()
                .ifPresent(
                        lost ->
                                LOGGER.log(
                                        Level.WARNING,
                                        "Texts wait: {0}",
                                        Masked.words(lost.words())));
        parts.add(taken, now);
        return counts;
    }

    private static boolean isLost(TextAnswer answer) {
        return answer.outcome() == TextAnswer.Outcome.UNREACHABLE
                || answer.outcome() == TextAnswer.Outcome.UNKNOWN;
    }

    private static TextTally.Key key(Dispatch dispatch) {
        return new TextTally.Key(
                dispatch.accountId(), new PhoneNumber(dispatch.recipient()).country());
    }

    private Attempt attempt(Dispatch dispatch, TextAnswer answer, Instant now) {
        int code = answer.code();
        String words = answer.words();
        return switch (answer.outcome()) {
            case ACCEPTED -> new Attempt(Result.SENT, code, words, null);
            case LATER -> new Attempt(Result.LATER, code, words, trouble(code));
            case UNREACHABLE -> new Attempt(Result.LATER, code, words, DispatchTrouble.CONNECTION);
            case REFUSED -> new Attempt(Result.NEVER, code, words, null);
            case UNKNOWN -> {
                boolean first =
                        doubts.add(dispatch.id(), dispatch.recipient(), dispatch.attempts(), now);
                Result result = first ? Result.LATER : Result.NEVER;
                yield new Attempt(result, 0, words, DispatchTrouble.UNANSWERED);
            }
        };
    }

    /** Without a code it was too slow for all of the batch, or withdrawn. */
    private static DispatchTrouble trouble(int code) {
        return code == 0 ? DispatchTrouble.BUSY : null;
    }
}

package beckon.postbox;

import beckon.postbox.ReceivedMessage.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** The message centre through which texts come in; on loopback only, for whoever binds. */
final class SmppDoor {

    private static final Logger LOGGER = System.getLogger(SmppDoor.class.getName());
    private static final int WORKERS_PER_SESSION = 10;
    private static final int QUEUE_PER_SESSION = 1_000;
    private static final long BIND_MILLIS = 5_000;

    private final int port;
    private final Postbox postbox;
    private final Clock clock;
    private final AtomicLong lastId;
    private final TextJoiner joiner = new TextJoiner();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final Receipts receipts;
    private final Answers answers = new Answers(sessions);
    private volatile String lastSender = "Beckon";
    private SMPPServerSessionListener listener;
    private LoopbackListener socket;
    private volatile Behaviour behaviour = Behaviour.OK;

    SmppDoor(int port, Postbox postbox, Clock clock) {
        this.port = port;
        this.postbox = postbox;
        this.clock = clock;
        // ids of an earlier run must not come again: their receipts would be about other texts
        this.lastId = new AtomicLong(clock.millis());
        this.receipts = new Receipts(sessions, clock);
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** From now on; sessions that are open are closed where the centre is to be down. */
    synchronized void behave(Behaviour wanted) {
        behaviour = wanted;
        if (wanted.kind() == Behaviour.Kind.DOWN) {
            stopListening();
        } else if (listener == null) {
            open();
        }
    }

    synchronized void open() {
        try {
            socket = new LoopbackListener();
            listener = new SMPPServerSessionListener(port, socket);
            listener.setPduProcessorDegree(WORKERS_PER_SESSION);
            listener.setQueueCapacity(QUEUE_PER_SESSION);
            listener.setMessageReceiverListener(new Texts());
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on", e);
        }
        var opened = listener;
        start("postbox-smpp", () -> accept(opened));
    }

    /**
     * Brings what is answered on a phone to whoever is bound.
     *
     * @throws IllegalArgumentException if it has no number, or is longer than one message
     */
    boolean deliver(String from, String words) {
        return answers.deliver(from, lastSender, words);
    }

    /** The port it listens on. */
    synchronized int port() {
        return socket.port();
    }

    synchronized void close() {
        stopListening();
        receipts.close();
    }

    private void stopListening() {
        if (listener == null) {
            return;
        }
        try {
            listener.close();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "the listener did not close", e);
        }
        listener = null;
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(SMPPServerSessionListener opened) {
        try {
            while (true) {
                var session = opened.accept();
                start("postbox-smpp-bind", () -> bind(session));
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "no longer listening", e);
        }
    }

    private void bind(SMPPServerSession session) {
        session.addSessionStateListener(
                (now, before, source) -> {
                    if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                        sessions.remove(session);
                    }
                });
        try {
            session.waitForBind(BIND_MILLIS).accept("postbox");
            sessions.add(session);
            if (behaviour.kind() == Behaviour.Kind.DOWN || !session.getSessionState().isBound()) {
                sessions.remove(session);
                session.close();
            }
        } catch (TimeoutException | PDUStringException | IOException | IllegalStateException e) {
            LOGGER.log(Level.DEBUG, "a client did not bind", e);
            session.close();
        }
    }

    private void put(List<TextPart> parts) {
        var first = parts.get(0);
        postbox.put(
                new ReceivedMessage(
                        postbox.nextId(),
                        Channel.TEXT,
                        first.from(),
                        first.to(),
                        "",
                        TextPart.characters(parts),
                        "",
                        clock.instant(),
                        parts.stream().map(TextPart::source).collect(Collectors.joining("\n\n")),
                        first.encoding(),
                        parts.size()));
    }

    private final class Texts implements TextsOnly {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm text, SMPPServerSession by)
                throws ProcessRequestException {
            behave();
            lastSender = text.getSourceAddr();
            joiner.join(TextPart.read(text)).ifPresent(SmppDoor.this::put);
            var id = String.valueOf(lastId.incrementAndGet());
            receipts.expect(id, text);
            try {
                return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }

        private void behave() throws ProcessRequestException {
            var now = behaviour;
            if (now.kind() == Behaviour.Kind.REJECT) {
                throw new ProcessRequestException("The postbox was told to say so", now.number());
            }
            if (now.kind() == Behaviour.Kind.SLOW) {
                try {
                    Thread.sleep(now.number());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession by)
                throws ProcessRequestException {
            var state =
                    receipts.find(query.getMessageId())
                            .orElseThrow(
                                    () ->
                                            new ProcessRequestException(
                                                    "No such text",
                                                    SMPPConstant.STAT_ESME_RQUERYFAIL));
            return new QuerySmResult("", state, (byte) 0);
        }
    }
}

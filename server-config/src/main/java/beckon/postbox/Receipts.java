package beckon.postbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/**
 * Reports a moment after each text that it is on the phone, to any session that is bound; tries
 * again for a while where nobody takes the report.
 */
final class Receipts {

    private static final Logger LOGGER = System.getLogger(Receipts.class.getName());
    private static final long MOMENT_MILLIS = 300;
    private static final long AGAIN_MILLIS = 3_000;
    private static final int ATTEMPTS = 10;
    private static final int REMEMBERED = 20_000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final Set<SMPPServerSession> sessions;
    private final Clock clock;
    private final ScheduledExecutorService teller;
    private final Map<String, MessageState> states =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, MessageState> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Receipts(Set<SMPPServerSession> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.teller =
                Executors.newScheduledThreadPool(
                        2,
                        task -> {
                            var thread = new Thread(task, "postbox-receipts");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Notes that a text was taken, to report on it if that was asked for. */
    void expect(String id, SubmitSm text) {
        remember(id, MessageState.ENROUTE);
        var receipt = new Receipt(id, text);
        schedule(() -> deliver(receipt, 1), MOMENT_MILLIS);
    }

    Optional<MessageState> find(String id) {
        synchronized (states) {
            return Optional.ofNullable(states.get(id));
        }
    }

    void close() {
        teller.shutdownNow();
    }

    private void remember(String id, MessageState state) {
        synchronized (states) {
            states.put(id, state);
        }
    }

    private void schedule(Runnable task, long millis) {
        try {
            teller.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.DEBUG, "closed", e);
        }
    }

    private void deliver(Receipt receipt, int attempt) {
        remember(receipt.id, MessageState.DELIVERED);
        if (!receipt.isWanted()) {
            return;
        }
        for (var session : sessions) {
            if (hasTaken(session, receipt)) {
                return;
            }
        }
        if (attempt < ATTEMPTS) {
            schedule(() -> deliver(receipt, attempt + 1), AGAIN_MILLIS);
        }
    }

    private boolean hasTaken(SMPPServerSession session, Receipt receipt) {
        if (!session.getSessionState().isReceivable()) {
            return false;
        }
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.valueOf(receipt.text.getDestAddrTon()),
                    NumberingPlanIndicator.valueOf(receipt.text.getDestAddrNpi()),
                    receipt.text.getDestAddress(),
                    TypeOfNumber.valueOf(receipt.text.getSourceAddrTon()),
                    NumberingPlanIndicator.valueOf(receipt.text.getSourceAddrNpi()),
                    receipt.text.getSourceAddr(),
                    new ESMClass(
                            MessageMode.DEFAULT,
                            MessageType.SMSC_DEL_RECEIPT,
                            GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0),
                    receipt.words(MINUTE.format(clock.instant())),
                    receipt.parameters());
            return true;
        } catch (NegativeResponseException
                | ResponseTimeoutException
                | InvalidResponseException
                | PDUException
                | IOException e) {
            LOGGER.log(Level.DEBUG, "a receipt was not taken", e);
            return false;
        }
    }

    private record Receipt(String id, SubmitSm text) {

        boolean isWanted() {
            return (text.getRegisteredDelivery() & 0x03) == 1;
        }

        byte[] words(String minute) {
            return ("id:%s sub:001 dlvrd:001 submit date:%s done date:%s stat:DELIVRD err:000 text:")
                    .formatted(id, minute, minute)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        OptionalParameter[] parameters() {
            List<OptionalParameter> parameters = new ArrayList<>();
            parameters.add(new OptionalParameter.Receipted_message_id(id));
            parameters.add(new OptionalParameter.Message_state(MessageState.DELIVERED.value()));
            var reference = text.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE);
            if (reference != null) {
                parameters.add(reference);
            }
            return parameters.toArray(new OptionalParameter[0]);
        }
    }
}

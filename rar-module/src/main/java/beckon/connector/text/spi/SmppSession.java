package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.IncomingText;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextState;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.QuerySmResp;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.OctetUtil;
import org.jsmpp.util.PDUComposer;

/**
 * A transceiver session with a message centre, bound from its making till it breaks or is closed.
 *
 * <p>Texts go out and reports come in by it.
 */
final class SmppSession implements TextSession {

    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final Set<Integer> ABOUT_US =
            Set.of(
                    SMPPConstant.STAT_ESME_RBINDFAIL,
                    SMPPConstant.STAT_ESME_RINVPASWD,
                    SMPPConstant.STAT_ESME_RINVSYSID);

    private final SmppSettings settings;
    private final SmppLink link;
    private final Pace pace = new Pace(System::nanoTime);

    private SmppSession(SmppSettings settings, SmppLink link) {
        this.settings = settings;
        this.link = link;
    }

    /**
     * Connects and binds.
     *
     * @throws ResourceException if one of these fails; its message is in words for an administrator
     */
    static SmppSession open(SmppSettings settings, ReportInbox inbox) throws ResourceException {
        SmppLink link;
        try {
            link = new SmppLink(settings, (pdu, answer) -> take(pdu, answer, inbox));
        } catch (SSLException e) {
            CommException trouble =
                    new CommException(
                            "The session with the message centre was not encrypted: "
                                    + Trouble.words(e),
                            e);
            trouble.setErrorCode("ENCRYPTION");
            throw trouble;
        } catch (IOException e) {
            throw new CommException("The message centre was not reached: " + Trouble.words(e), e);
        }
        try {
            bind(settings, link);
            return new SmppSession(settings, link);
        } catch (ResourceException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    private static void bind(SmppSettings settings, SmppLink link) throws ResourceException {
        byte[] answer;
        try {
            answer =
                    link.call(
                            (composer, sequence) ->
                                    composer.bind(
                                            SMPPConstant.CID_BIND_TRANSCEIVER,
                                            sequence,
                                            settings.systemId(),
                                            settings.password(),
                                            settings.systemType(),
                                            InterfaceVersion.IF_34.value(),
                                            (byte) 0,
                                            (byte) 0,
                                            ""));
        } catch (IllegalArgumentException e) {
            throw new SecurityException("A system id has at most 15 characters, its password 8", e);
        }
        if (answer == null) {
            throw new CommException("The message centre did not bind us: " + link.trouble());
        }
        int status = status(answer);
        if (ABOUT_US.contains(status)) {
            throw new SecurityException(
                    "The message centre refused our sign-in: " + SmppStatus.words(status));
        }
        if (status != SMPPConstant.STAT_ESME_ROK) {
            throw new CommException(
                    "The message centre did not bind us: " + SmppStatus.words(status));
        }
    }

    /** What an answer says, whatever it answers. */
    static int status(byte[] answer) {
        return OctetUtil.bytesToInt(answer, 8);
    }

    private static void take(byte[] pdu, IntConsumer answer, ReportInbox inbox) {
        Optional<DeliveryReport> report = SmppReport.read(pdu);
        Optional<IncomingText> text =
                report.isPresent() ? Optional.empty() : SmppIncoming.read(pdu);
        if (report.isPresent()) {
            inbox.put(report.get(), answer);
        } else if (text.isPresent()) {
            inbox.put(text.get(), answer);
        } else {
            // it cannot be read, and would not be better the next time
            answer.accept(SMPPConstant.STAT_ESME_ROK);
        }
    }

    @Override
    public List<TextAnswer> send(List<OutgoingText> texts, Predicate<OutgoingText> isWanted) {
        return new SubmitWindow(settings, link, pace, isWanted).send(texts);
    }

    @Override
    public Optional<DeliveryReport> query(String messageId) {
        SmppAddress sender = SmppAddress.ofSender(settings.from());
        byte[] answer =
                link.call(
                        (composer, sequence) ->
                                composer.querySm(
                                        sequence,
                                        messageId,
                                        sender.type().value(),
                                        sender.plan().value(),
                                        sender.digits()));
        if (answer == null) {
            return Optional.empty();
        }
        int status = status(answer);
        if (status == SMPPConstant.STAT_ESME_RQUERYFAIL
                || status == SMPPConstant.STAT_ESME_RINVMSGID) {
            return Optional.of(about(messageId, TextState.UNKNOWN));
        }
        return status == SMPPConstant.STAT_ESME_ROK ? read(messageId, answer) : Optional.empty();
    }

    private static Optional<DeliveryReport> read(String messageId, byte[] answer) {
        try {
            QuerySmResp read = new DefaultDecomposer().querySmResp(answer);
            return Optional.of(about(messageId, SmppReport.state(read.getMessageState().value())));
        } catch (PDUException | RuntimeException e) {
            return Optional.of(about(messageId, TextState.UNKNOWN));
        }
    }

    private static DeliveryReport about(String messageId, TextState state) {
        return new DeliveryReport(List.of(messageId), state, null, "", "");
    }

    @Override
    public boolean isAlive() {
        if (!isBroken() && link.silentNanos() > IDLE) {
            link.call(PDUComposer::enquireLink);
        }
        return !isBroken();
    }

    @Override
    public boolean isBroken() {
        return link.trouble() != null;
    }

    /** Whether the message centre has lately found it too fast. */
    boolean isSlow() {
        return pace.isSlow();
    }

    @Override
    public String userName() {
        return settings.systemId();
    }

    @Override
    public void close() {
        link.close();
    }
}

package beckon.connector.text.spi;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jsmpp.PDUException;
import org.jsmpp.util.DefaultDecomposer;

/**
 * Sends texts with several parts under way at a time.
 *
 * <p>A part that came too fast goes again, slower, while there is time. Of a text that is lost
 * already nothing more is sent.
 */
final class SubmitWindow {

    private final SmppSettings settings;
    private final SmppLink link;
    private final Pace pace;
    private final Deque<Shipment.Part> waiting = new ArrayDeque<>();
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private final Predicate<OutgoingText> isWanted;
    private final long end;

    SubmitWindow(
            SmppSettings settings, SmppLink link, Pace pace, Predicate<OutgoingText> isWanted) {
        this.settings = settings;
        this.link = link;
        this.pace = pace;
        this.isWanted = isWanted;
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.responseTimeout());
    }

    List<TextAnswer> send(List<OutgoingText> texts) {
        SmppAddress sender = SmppAddress.ofSender(settings.from());
        List<Shipment> shipments = new ArrayList<>(texts.size());
        for (OutgoingText text : texts) {
            Shipment shipment = new Shipment(text, sender);
            shipments.add(shipment);
            waiting.addAll(shipment.parts());
        }
        while (!waiting.isEmpty() || !underWay.isEmpty()) {
            submitWhatMayGo();
            link.flush();
            if (!underWay.isEmpty()) {
                settle(underWay.remove());
            }
        }
        return shipments.stream().map(Shipment::answer).toList();
    }

    private void submitWhatMayGo() {
        while (!waiting.isEmpty() && underWay.size() < settings.window()) {
            Shipment shipment = waiting.peek().shipment();
            if (shipment.isLost() || isTooLate()) {
                leave(shipment);
                waiting.remove();
                continue;
            }
            long pause = pace.waitNanos();
            if (pause > 0 && !underWay.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(pause);
            if (pace.waitNanos() == 0) {
                submitIfWanted(waiting.remove());
            }
        }
    }

    private void submitIfWanted(Shipment.Part part) {
        Shipment shipment = part.shipment();
        if (part.isFirst() && !isWanted.test(shipment.text())) {
            shipment.fail(Outcome.LATER, 0, "withdrawn");
            return;
        }
        pace.go();
        submit(part);
    }

    private void leave(Shipment shipment) {
        if (link.trouble() == null) {
            shipment.delay();
        } else {
            shipment.fail(Outcome.UNREACHABLE, 0, link.trouble());
        }
    }

    private boolean isTooLate() {
        return System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted();
    }

    private void submit(Shipment.Part part) {
        underWay.add(new UnderWay(part, link.ask(part::compose), System.nanoTime()));
    }

    private void settle(UnderWay sent) {
        byte[] answer = link.await(sent.request);
        Shipment shipment = sent.part.shipment();
        if (answer == null) {
            Outcome outcome = sent.request.isHandedOver() ? Outcome.UNKNOWN : Outcome.UNREACHABLE;
            shipment.fail(outcome, 0, link.trouble());
            return;
        }
        int status = SmppSession.status(answer);
        if (SmppStatus.isTooFast(status)) {
            pace.slowDown(sent.at);
            shipment.warn(status);
            waiting.addFirst(sent.part);
            return;
        }
        if (SmppStatus.outcome(status) == Outcome.ACCEPTED) {
            pace.speedUp();
            shipment.accept(sent.part, messageId(answer));
        } else {
            shipment.fail(SmppStatus.outcome(status), status, SmppStatus.words(status));
        }
    }

    private static String messageId(byte[] answer) {
        try {
            String id = new DefaultDecomposer().submitSmResp(answer).getMessageId();
            return id == null ? "" : id;
        } catch (PDUException | RuntimeException e) {
            // taken all the same; it only has no name
            return "";
        }
    }

    private record UnderWay(Shipment.Part part, SmppRequest request, long at) {}
}

package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.DeliveryReportListener;
import beckon.connector.text.IncomingText;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;

/**
 * Where the reports and texts of all sessions meet on their way to the message-driven bean.
 *
 * <p>A report is answered when the bean has taken it. Where there is no bean, no room, or the bean
 * fails, the message centre is told to send it again later, so nothing is kept here that a crash
 * could lose.
 */
public final class ReportInbox {

    static final int CAPACITY = 2_000;
    static final int BATCH = 100;

    private static final Logger LOGGER = System.getLogger(ReportInbox.class.getName());

    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(CAPACITY);
    private volatile Delivering open;

    /** Takes a report; never waits. */
    void put(DeliveryReport report, IntConsumer answer) {
        put(new Arrival(report, null, answer), answer);
    }

    /** Takes a text; never waits. */
    void put(IncomingText text, IntConsumer answer) {
        put(new Arrival(null, text, answer), answer);
    }

    private void put(Arrival arrival, IntConsumer answer) {
        if (open == null) {
            answer.accept(SMPPConstant.STAT_ESME_RX_T_APPN);
        } else if (!arrivals.offer(arrival)) {
            answer.accept(SMPPConstant.STAT_ESME_RMSGQFUL);
        }
    }

    /** From now on reports go to the beans of this factory; the work does it. */
    public Work open(MessageEndpointFactory beans) {
        Delivering delivering = new Delivering(beans);
        open = delivering;
        return delivering;
    }

    /** From now on nobody takes reports. */
    public void close() {
        Delivering closing = open;
        open = null;
        if (closing != null) {
            closing.release();
        }
        List<Arrival> rest = new ArrayList<>();
        arrivals.drainTo(rest);
        rest.forEach(arrival -> arrival.answer.accept(SMPPConstant.STAT_ESME_RX_T_APPN));
    }

    /** One of the two has come. */
    private record Arrival(DeliveryReport report, IncomingText text, IntConsumer answer) {}

    private final class Delivering implements Work {

        private static final long LOOK_UP_SECONDS = 1;
        private static final int DEEPEST_CAUSE = 20;

        private final MessageEndpointFactory beans;
        private volatile boolean released;

        Delivering(MessageEndpointFactory beans) {
            this.beans = beans;
        }

        @Override
        public void run() {
            List<Arrival> batch = new ArrayList<>(BATCH);
            try {
                while (!released) {
                    Arrival first = arrivals.poll(LOOK_UP_SECONDS, TimeUnit.SECONDS);
                    if (first != null) {
                        batch.add(first);
                        arrivals.drainTo(batch, BATCH - 1);
                        deliver(batch);
                        batch.clear();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** One that nobody can take must not keep the others from arriving. */
        private void deliver(List<Arrival> batch) {
            if (hasTaken(batch)) {
                answer(batch, SMPPConstant.STAT_ESME_ROK);
            } else if (batch.size() == 1) {
                answer(batch, SMPPConstant.STAT_ESME_RX_T_APPN);
            } else {
                batch.forEach(arrival -> deliver(List.of(arrival)));
            }
        }

        private boolean hasTaken(List<Arrival> batch) {
            MessageEndpoint bean;
            try {
                bean = beans.createEndpoint(null);
            } catch (UnavailableException | RuntimeException e) {
                LOGGER.log(Level.WARNING, "Nobody can take delivery reports now: {0}", kinds(e));
                return false;
            }
            try {
                hand(batch, (DeliveryReportListener) bean);
                return true;
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "Delivery reports come again later: {0}", kinds(e));
                return false;
            } finally {
                bean.release();
            }
        }

        /** Its words may tell whom a report is about; how it came to be, the container logs. */
        private static String kinds(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .limit(DEEPEST_CAUSE)
                    .map(each -> each.getClass().getName())
                    .collect(Collectors.joining(", caused by "));
        }

        private static void hand(List<Arrival> batch, DeliveryReportListener bean) {
            List<DeliveryReport> reports =
                    batch.stream().map(Arrival::report).filter(Objects::nonNull).toList();
            if (!reports.isEmpty()) {
                bean.onReports(reports);
            }
            List<IncomingText> texts =
                    batch.stream().map(Arrival::text).filter(Objects::nonNull).toList();
            if (!texts.isEmpty()) {
                bean.onTexts(texts);
            }
        }

        private static void answer(List<Arrival> batch, int status) {
            batch.forEach(arrival -> arrival.answer.accept(status));
        }

        @Override
        public void release() {
            released = true;
        }
    }
}

package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.DeliveryReportListener;
import beckon.connector.text.IncomingText;
import beckon.connector.text.TextState;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportInboxTest {

    private static final int OK = 0;
    private static final int NOT_NOW = 0x64;
    private static final int FULL = 0x14;

    private final ReportInbox inbox = new ReportInbox();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<List<DeliveryReport>> taken = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        inbox.close();
    }

    /** A bean that is interested in reports. */
    private interface Taker {
        void onReports(List<DeliveryReport> reports);

        default void onTexts(List<IncomingText> texts) {
            throw new IllegalStateException("no texts expected");
        }
    }

    private static DeliveryReport report(String id) {
        return new DeliveryReport(List.of(id), TextState.DELIVERED, null, "33612345678", "");
    }

    private void put(String... ids) {
        for (String id : ids) {
            inbox.put(report(id), answers::add);
        }
    }

    private Thread deliverTo(Taker listener) {
        Work work = inbox.open(new Beans(listener));
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void reportIsAnsweredWhenTheBeanHasTakenIt() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        deliverTo(
                reports -> {
                    begun.countDown();
                    uninterruptedly(ended);
                    taken.add(reports);
                });

        put("a");
        uninterruptedly(begun);
        assertThat(answers).isEmpty();
        ended.countDown();

        await().until(() -> answers.size() == 1);
        assertThat(answers).containsExactly(OK);
        assertThat(taken).containsExactly(List.of(report("a")));
    }

    @Test
    void reportsThatComeMeanwhileAreTakenTogetherInOrder() {
        CountDownLatch go = new CountDownLatch(1);
        deliverTo(
                reports -> {
                    uninterruptedly(go);
                    taken.add(reports);
                });

        put("a", "b", "c", "d");
        go.countDown();

        await().until(() -> answers.size() == 4);
        assertThat(taken).hasSizeLessThanOrEqualTo(2);
        assertThat(taken.stream().flatMap(List::stream))
                .containsExactly(report("a"), report("b"), report("c"), report("d"));
    }

    @Test
    void textsFromPhonesGoTheSameWay() {
        IncomingText stop = new IncomingText("+33612345678", "STOP");
        List<IncomingText> texts = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        deliverTo(
                new Taker() {
                    @Override
                    public void onReports(List<DeliveryReport> reports) {
                        uninterruptedly(go);
                        taken.add(reports);
                    }

                    @Override
                    public void onTexts(List<IncomingText> some) {
                        texts.addAll(some);
                    }
                });

        put("a");
        inbox.put(stop, answers::add);
        put("b");
        go.countDown();

        await().until(() -> answers.size() == 3);
        assertThat(answers).containsOnly(OK);
        assertThat(texts).containsExactly(stop);
        assertThat(taken.stream().flatMap(List::stream)).containsExactly(report("a"), report("b"));
    }

    @Test
    void withoutABeanTheyComeAgainLater() {
        put("a");

        assertThat(answers).containsExactly(NOT_NOW);
    }

    @Test
    void oneThatCannotBeTakenDoesNotHinderTheOthers() {
        CountDownLatch go = new CountDownLatch(1);
        deliverTo(
                reports -> {
                    uninterruptedly(go);
                    if (reports.contains(report("b"))) {
                        throw new IllegalStateException("the bean is not well");
                    }
                    taken.add(reports);
                });

        put("a", "b", "c");
        go.countDown();

        await().until(() -> answers.size() == 3);
        assertThat(answers).containsExactlyInAnyOrder(OK, OK, NOT_NOW);
        assertThat(taken.stream().flatMap(List::stream))
                .containsExactlyInAnyOrder(report("a"), report("c"));
    }

    @Test
    void logSaysWhatFailedButNotWhomItWasAbout() {
        Queue<LogRecord> lines = new ConcurrentLinkedQueue<>();
        Logger logger = Logger.getLogger(ReportInbox.class.getName());
        Filter before = logger.getFilter();
        logger.setFilter(lines::add);
        try {
            deliverTo(
                    reports -> {
                        Exception row = new IllegalArgumentException("Key (33612345678) exists");
                        throw new IllegalStateException("no row for 33612345678", row);
                    });

            put("a");
            await().until(() -> answers.size() == 1);
        } finally {
            logger.setFilter(before);
        }

        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().map(new SimpleFormatter()::format))
                .allMatch(line -> line.contains("IllegalArgumentException"))
                .noneMatch(line -> line.contains("33612345678"));
    }

    @Test
    void fullInboxTakesNoMore() {
        inbox.open(new Beans(taken::add));
        for (int i = 0; i < ReportInbox.CAPACITY + 2; i++) {
            put("r" + i);
        }

        assertThat(answers).containsExactly(FULL, FULL);
    }

    @Test
    void whatIsNotTakenAtTheEndComesAgainLater() {
        inbox.open(new Beans(taken::add));
        put("a", "b");

        inbox.close();

        assertThat(answers).containsExactly(NOT_NOW, NOT_NOW);
        put("c");
        assertThat(answers).hasSize(3);
    }

    @Test
    void workEndsWithTheInbox() throws Exception {
        Thread thread = deliverTo(taken::add);

        inbox.close();

        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    private static void uninterruptedly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Bean extends DeliveryReportListener, MessageEndpoint {}

    private record Beans(Taker listener) implements MessageEndpointFactory {

        @Override
        public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
            return createEndpoint(resource, 0);
        }

        @Override
        public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
            return new Bean() {
                @Override
                public void onReports(List<DeliveryReport> reports) {
                    listener.onReports(reports);
                }

                @Override
                public void onTexts(List<IncomingText> texts) {
                    listener.onTexts(texts);
                }

                @Override
                public void beforeDelivery(Method method) {
                    // nothing to begin
                }

                @Override
                public void afterDelivery() {
                    // nothing to end
                }

                @Override
                public void release() {
                    // nothing to give back
                }
            };
        }

        @Override
        public boolean isDeliveryTransacted(Method method) {
            return false;
        }

        @Override
        public String getActivationName() {
            return "test";
        }

        @Override
        public Class<?> getEndpointClass() {
            return Bean.class;
        }
    }
}

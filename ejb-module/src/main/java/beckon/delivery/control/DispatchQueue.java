package beckon.delivery.control;

import beckon.delivery.entity.Channel;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The courier: brings ids of dispatches to the consumers of their channel.
 *
 * <p>It sets out a moment after a commit and takes along what others commit meanwhile, because a
 * consumer does twenty mails in hardly more statements and commits than one.
 *
 * <p>It may lose what it carries: nothing is kept on disk, and after {@link #WINDOW} a message is
 * of no use any more, because then the sweeper sends another.
 */
@ApplicationScoped
public class DispatchQueue {

    /** How long a courier may be on its way. */
    public static final Duration WINDOW = Duration.ofSeconds(20);

    /** How many ids one message carries. */
    static final int BATCH = 20;

    /** How long the courier waits for more to carry; nobody notices it in a mail. */
    private static final Duration WAIT = Duration.ofMillis(20);

    private static final Logger LOGGER = System.getLogger(DispatchQueue.class.getName());

    @Resource(lookup = "java:/beckon/jms/ConnectionFactory")
    private ConnectionFactory connections;

    @Resource(lookup = "java:/beckon/jms/queue/Email")
    private Queue emails;

    @Resource(lookup = "java:/beckon/jms/queue/Text")
    private Queue texts;

    @Resource private TransactionSynchronizationRegistry transaction;

    @Resource private ManagedScheduledExecutorService executor;

    private final Map<Channel, List<Long>> waiting = new EnumMap<>(Channel.class);

    /** Couriers the ids when the current transaction has been committed, and not otherwise. */
    public void courierAfterCommit(Channel channel, List<Long> ids) {
        Pending pending = (Pending) transaction.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transaction.putResource(Pending.class, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        add(pending.ids, channel, ids);
    }

    /** Couriers the ids now; a broker that takes none is left to the sweeper. */
    public void courier(Channel channel, List<Long> ids) {
        Queue queue = channel == Channel.TEXT ? texts : emails;
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            JMSProducer producer =
                    context.createProducer()
                            .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                            .setTimeToLive(WINDOW.toMillis())
                            .setDisableMessageTimestamp(true);
            for (int begin = 0; begin < ids.size(); begin += BATCH) {
                List<Long> batch = ids.subList(begin, Math.min(begin + BATCH, ids.size()));
                producer.send(
                        queue,
                        batch.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
        } catch (JMSRuntimeException e) {
            LOGGER.log(Level.WARNING, "The broker takes no messages; they go out later", e);
        }
    }

    private void courierSoon(Map<Channel, List<Long>> ids) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            ids.forEach((channel, some) -> add(waiting, channel, some));
        }
        if (first) {
            try {
                executor.schedule(this::setOut, WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                setOut(); // the server stops: nobody waits any longer
            }
        }
    }

    private void setOut() {
        Map<Channel, List<Long>> ids;
        synchronized (waiting) {
            ids = new EnumMap<>(waiting);
            waiting.clear();
        }
        ids.forEach(this::courier);
    }

    private static void add(Map<Channel, List<Long>> to, Channel channel, List<Long> ids) {
        to.computeIfAbsent(channel, any -> new ArrayList<>()).addAll(ids);
    }

    private final class Pending implements Synchronization {

        private final Map<Channel, List<Long>> ids = new EnumMap<>(Channel.class);

        @Override
        public void beforeCompletion() {
            // what is committed is known afterwards
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                courierSoon(ids);
            }
        }
    }
}

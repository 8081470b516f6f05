package beckon.testing;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The queue between the rows and the mail server, to hold, to lose and to forge messages. */
public final class Courier {
    private static final String QUEUE = "jms-queue=beckon.Email";
    private static final String DEAD = "jms-queue=beckon.Email.dead";

    private Courier() {}

    /** Brings a message as the application does. */
    public static void bring(String body) {
        send(context -> context.createTextMessage(body));
    }

    /** Brings something that is no message of ours. */
    public static void bringRubbish() {
        send(
                context -> {
                    var message = context.createBytesMessage();
                    try {
                        message.writeBytes(new byte[] {0, 1, 2});
                    } catch (jakarta.jms.JMSException e) {
                        throw new IllegalStateException(e);
                    }
                    return message;
                });
    }

    /** Keeps all messages in the queue until {@link #resume}. */
    public static void pause() {
        invoke(QUEUE, "pause");
    }

    public static void resume() {
        invoke(QUEUE, "resume");
    }

    /** Loses what is in the queue. */
    public static void lose() {
        invoke(QUEUE, "removeMessages", new Object[] {null}, new String[] {"java.lang.String"});
    }

    /** How many messages are in the queue. */
    public static long waiting() {
        return count(QUEUE);
    }

    /** How many messages were parked as undeliverable. */
    public static long parked() {
        return count(DEAD);
    }

    private static void send(java.util.function.Function<JMSContext, Message> message) {
        try {
            ConnectionFactory factory =
                    InitialContext.doLookup("java:/beckon/jms/ConnectionFactory");
            Queue queue = InitialContext.doLookup("java:/beckon/jms/queue/Email");
            try (JMSContext context = factory.createContext()) {
                context.createProducer().send(queue, message.apply(context));
            }
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String queue) {
        try {
            Object count = server().getAttribute(name(queue), "messageCount");
            return ((Number) count).longValue();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void invoke(String queue, String operation) {
        invoke(queue, operation, new Object[0], new String[0]);
    }

    private static void invoke(String queue, String operation, Object[] arguments, String[] types) {
        try {
            server().invoke(name(queue), operation, arguments, types);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName name(String queue) throws JMException {
        return new ObjectName("jboss.as:subsystem=messaging-activemq,server=default," + queue);
    }
}

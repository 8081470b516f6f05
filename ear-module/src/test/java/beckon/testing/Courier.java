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

/** The queues between the rows and the senders, to hold, to lose and to forge messages. */
public enum Courier {
    MAILS("Email"),
    TEXTS("Text");

    private final String name;

    Courier(String name) {
        this.name = name;
    }

    private String queue() {
        return "jms-queue=beckon." + name;
    }

    /** Brings a message as the application does. */
    public void bring(String body) {
        send(context -> context.createTextMessage(body));
    }

    /** Brings something that is no message of ours. */
    public void bringRubbish() {
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
    public void pause() {
        invoke(queue(), "pause");
    }

    public void resume() {
        invoke(queue(), "resume");
    }

    /** Loses what is in the queue. */
    public void lose() {
        invoke(queue(), "removeMessages", new Object[] {null}, new String[] {"java.lang.String"});
    }

    /** How many messages are in the queue. */
    public long waiting() {
        return count(queue());
    }

    /** How many messages were parked as undeliverable. */
    public long parked() {
        return count(queue() + ".dead");
    }

    private void send(java.util.function.Function<JMSContext, Message> message) {
        try {
            ConnectionFactory factory =
                    InitialContext.doLookup("java:/beckon/jms/ConnectionFactory");
            Queue queue = InitialContext.doLookup("java:/beckon/jms/queue/" + name);
            try (JMSContext context = factory.createContext()) {
                context.createProducer().send(queue, message.apply(context));
            }
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String queue) {
        try {
            Object count = server().getAttribute(objectName(queue), "messageCount");
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
            server().invoke(objectName(queue), operation, arguments, types);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName objectName(String queue) throws JMException {
        return new ObjectName("jboss.as:subsystem=messaging-activemq,server=default," + queue);
    }
}

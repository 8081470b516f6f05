package beckon.postbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server through which messages come in; on loopback only. */
final class SmtpDoor {

    private static final int LARGEST_MESSAGE = 20 * 1024 * 1024;

    private final int port;
    private final Postbox postbox;
    private final Clock clock;
    private SMTPServer server;
    private volatile Behaviour behaviour = Behaviour.OK;

    SmtpDoor(int port, Postbox postbox, Clock clock) {
        this.port = port;
        this.postbox = postbox;
        this.clock = clock;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** From now on; sessions that are open are closed where the server is to be down. */
    synchronized void behave(Behaviour wanted) {
        behaviour = wanted;
        if (wanted.kind() == Behaviour.Kind.DOWN) {
            close();
        } else if (server == null) {
            open();
        }
    }

    synchronized void open() {
        var opened =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("postbox.localhost")
                        .softwareName("Postbox")
                        .hideTLS()
                        .maxMessageSize(LARGEST_MESSAGE)
                        .maxConnections(500)
                        .insertReceivedHeaders(false)
                        .messageHandlerFactory(context -> new Delivery())
                        .build();
        opened.start();
        server = opened;
    }

    /** The port it listens on. */
    synchronized int port() {
        return server.getPortAllocated();
    }

    synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** One mail transaction. */
    private final class Delivery implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            var now = behaviour;
            if (now.kind() == Behaviour.Kind.REJECT) {
                throw new RejectException(now.number(), "The postbox was told to say so");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream content) throws IOException {
            var source = content.readAllBytes();
            pause();
            for (var recipient : recipients) {
                keep(sender, recipient, source);
            }
            return null;
        }

        private void keep(String from, String to, byte[] source) {
            var id = postbox.nextId();
            var at = clock.instant();
            postbox.put(
                    MailReader.head(id, from, to, at, source),
                    source.length,
                    () -> MailReader.read(id, from, to, at, source));
        }

        @Override
        public void done() {
            recipients.clear();
        }

        private void pause() throws IOException {
            var now = behaviour;
            if (now.kind() == Behaviour.Kind.SLOW) {
                try {
                    Thread.sleep(now.number());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("stopped while being slow", e);
                }
            }
        }
    }
}

package beckon.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server that takes everything, keeps recipient and Message-ID of each mail, and misbehaves
 * on request.
 *
 * <p>One thread with a selector serves all sessions.
 */
public final class SmtpSink implements AutoCloseable {

    /**
     * A mail that was taken.
     *
     * @param nanos when, as {@link System#nanoTime()}
     */
    public record Taken(String messageId, String recipient, long nanos) {}

    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};
    private static final int HEAD = 4096;

    private final Selector selector;
    private final int port;
    private final Thread thread;
    private final PriorityQueue<Later> later =
            new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
    private final List<Taken> taken = new ArrayList<>();
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
    private ServerSocketChannel door;
    private volatile Mischief mischief = Mischief.NONE;
    private volatile int code = 450;
    private volatile int delayMillis;
    private volatile boolean running = true;
    private volatile boolean remembering = true;
    private volatile long count;
    private volatile long lastNanos;

    public SmtpSink() throws IOException {
        this(0);
    }

    public SmtpSink(int wantedPort) throws IOException {
        selector = Selector.open();
        door = listen(wantedPort);
        port = door.socket().getLocalPort();
        thread = new Thread(this::serve, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private ServerSocketChannel listen(int wantedPort) throws IOException {
        var channel = ServerSocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wantedPort), 500);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_ACCEPT);
        return channel;
    }

    public int port() {
        return port;
    }

    /** How many mails were taken since the start. */
    public long count() {
        return count;
    }

    /** When the last one was taken. */
    public long lastNanos() {
        return lastNanos;
    }

    /** Whether to keep what was taken, or only to count. */
    public SmtpSink remember(boolean yes) {
        remembering = yes;
        return this;
    }

    /** All that was taken, in order. */
    public List<Taken> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    /** Takes this long to answer the end of each mail. */
    public void delay(int millis) {
        delayMillis = millis;
    }

    /** Refuses every recipient with this code from now on. */
    public void reject(int replyCode) {
        code = replyCode;
        behave(Mischief.REJECT);
    }

    /** From now on; sessions that are open are cut. */
    public synchronized void behave(Mischief wanted) {
        var before = mischief;
        mischief = wanted;
        try {
            if (wanted == Mischief.REFUSE && before != Mischief.REFUSE) {
                door.close();
            } else if (wanted != Mischief.REFUSE && before == Mischief.REFUSE) {
                selector.wakeup();
                door = listen(port);
            }
            for (var channel : open) {
                channel.close();
            }
            open.clear();
            selector.wakeup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        selector.wakeup();
        door.close();
        for (var channel : open) {
            channel.close();
        }
    }

    private void serve() {
        while (running) {
            try {
                selector.select(untilDue());
                answerDue();
                for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                    var key = keys.next();
                    keys.remove();
                    if (key.isValid() && key.isAcceptable()) {
                        accept();
                    } else if (key.isValid() && key.isReadable()) {
                        ((Dialogue) key.attachment()).read();
                    }
                }
            } catch (IOException e) {
                if (!running) {
                    return;
                }
            }
        }
    }

    private long untilDue() {
        var next = later.peek();
        return next == null ? 0 : Math.max(1, (next.due - System.nanoTime()) / 1_000_000);
    }

    private void answerDue() {
        while (!later.isEmpty() && later.peek().due <= System.nanoTime()) {
            later.poll().action.run();
        }
    }

    private void accept() throws IOException {
        var channel = door.accept();
        if (channel == null) {
            return;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        open.add(channel);
        var dialogue = new Dialogue(channel);
        channel.register(selector, SelectionKey.OP_READ, dialogue);
        dialogue.say("220 sink ESMTP");
    }

    private record Later(long due, Runnable action) {}

    /** One session. */
    private final class Dialogue {

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private final StringBuilder line = new StringBuilder(128);
        private final StringBuilder head = new StringBuilder(HEAD);
        private boolean content;
        private int matched;
        private String recipient;

        private Dialogue(SocketChannel channel) {
            this.channel = channel;
        }

        private void read() {
            try {
                in.clear();
                if (channel.read(in) < 0) {
                    end();
                    return;
                }
                in.flip();
                while (in.hasRemaining()) {
                    if (content) {
                        takeContent();
                    } else {
                        takeLine();
                    }
                }
            } catch (IOException e) {
                end();
            }
        }

        private void takeContent() throws IOException {
            if (mischief == Mischief.RESET_IN_DATA) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                end();
                in.position(in.limit());
                return;
            }
            while (in.hasRemaining()) {
                byte next = in.get();
                if (head.length() < HEAD) {
                    head.append((char) next);
                }
                matched = next == END[matched] ? matched + 1 : next == '\r' ? 1 : 0;
                if (matched == END.length) {
                    content = false;
                    took();
                    return;
                }
            }
        }

        private void took() {
            if (mischief == Mischief.HANG_AFTER_DOT) {
                return;
            }
            if (delayMillis > 0) {
                later.add(
                        new Later(System.nanoTime() + delayMillis * 1_000_000L, this::acknowledge));
            } else {
                acknowledge();
            }
        }

        private void acknowledge() {
            lastNanos = System.nanoTime();
            if (remembering) {
                synchronized (taken) {
                    taken.add(new Taken(messageId(), recipient, lastNanos));
                }
            }
            count = count + 1;
            say("250 2.0.0 taken");
        }

        private String messageId() {
            int at = head.indexOf("Message-ID: <");
            return at < 0 ? "" : head.substring(at + 13, head.indexOf(">", at));
        }

        private void takeLine() {
            while (in.hasRemaining()) {
                byte next = in.get();
                if (next == '\n') {
                    var command = line.toString().stripTrailing();
                    line.setLength(0);
                    obey(command);
                    return;
                }
                line.append((char) next);
            }
        }

        private void obey(String command) {
            var verb = command.length() < 4 ? command : command.substring(0, 4).toUpperCase();
            switch (verb) {
                case "EHLO" -> say("250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING");
                case "RCPT" -> {
                    recipient = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
                    say(mischief == Mischief.REJECT ? code + " told to say so" : "250 2.1.5 fine");
                }
                case "DATA" -> {
                    content = true;
                    matched = 2;
                    head.setLength(0);
                    say("354 go on");
                }
                case "QUIT" -> {
                    say("221 bye");
                    end();
                }
                default -> say("250 fine");
            }
        }

        private void say(String answer) {
            switch (mischief) {
                case BLACK_HOLE -> {}
                case DRIBBLE -> dribble(answer + "\r\n", 0);
                default -> write(answer + "\r\n");
            }
        }

        private void dribble(String answer, int from) {
            if (from < answer.length()) {
                write(answer.substring(from, from + 1));
                later.add(
                        new Later(
                                System.nanoTime() + 1_000_000_000L,
                                () -> dribble(answer, from + 1)));
            }
        }

        private void write(String answer) {
            try {
                channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                end();
            }
        }

        private void end() {
            open.remove(channel);
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package beckon.load;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message centre that takes everything, keeps the number of each text, and reports a moment later
 * that it is on the phone, till somebody takes the report.
 */
public final class SmppSink implements AutoCloseable {

    private static final int SUBMIT = 0x04;
    private static final int DELIVER = 0x05;
    private static final int UNBIND = 0x06;
    private static final int ENQUIRE = 0x15;
    private static final int BIND = 0x09;
    private static final int ANSWER = 0x80000000;
    private static final int REFERENCE = 0x0204;
    private static final long AGAIN_MILLIS = 2_000;

    private final ServerSocket door;
    private final ScheduledExecutorService reporter = Executors.newScheduledThreadPool(1);
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, Receipt> unreported = new ConcurrentHashMap<>();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private long lastNanos;

    public SmppSink() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
        reporter.scheduleWithFixedDelay(this::report, 300, 300, TimeUnit.MILLISECONDS);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The numbers of all texts, in the order of their arrival. */
    public List<String> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    /** How many texts there are. */
    public int count() {
        synchronized (taken) {
            return taken.size();
        }
    }

    /** When the last one came, as {@link System#nanoTime()}. */
    public long lastNanos() {
        synchronized (taken) {
            return lastNanos;
        }
    }

    /** How many reports nobody has taken yet. */
    public int unreported() {
        return unreported.size();
    }

    @Override
    public void close() throws IOException {
        reporter.shutdownNow();
        door.close();
        sessions.forEach(Session::end);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "smpp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var socket = door.accept();
                socket.setTcpNoDelay(true);
                var session = new Session(socket);
                start(session::serve);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void report() {
        for (var session : sessions) {
            long now = System.nanoTime();
            for (var receipt : unreported.values()) {
                if (receipt.due - now <= 0 && session.bound) {
                    receipt.due = now + TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS);
                    session.deliver(receipt);
                }
            }
        }
    }

    private static final class Receipt {

        private final int id;
        private final String number;
        private final int reference;
        private volatile long due;

        Receipt(int id, String number, int reference) {
            this.id = id;
            this.number = number;
            this.reference = reference;
            this.due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
        }
    }

    private final class Session {

        private final Socket socket;
        private volatile boolean bound;

        Session(Socket socket) {
            this.socket = socket;
        }

        void serve() {
            sessions.add(this);
            try (socket) {
                var in =
                        new DataInputStream(
                                new java.io.BufferedInputStream(socket.getInputStream()));
                while (true) {
                    int length = in.readInt();
                    var pdu = new byte[length - 4];
                    in.readFully(pdu);
                    take(ByteBuffer.wrap(pdu));
                }
            } catch (IOException e) {
                // the client has gone
            } finally {
                sessions.remove(this);
            }
        }

        private void take(ByteBuffer pdu) throws IOException {
            int command = pdu.getInt();
            int status = pdu.getInt();
            int sequence = pdu.getInt();
            switch (command) {
                case BIND -> {
                    answer(BIND, sequence, "sink\0");
                    bound = true;
                }
                case SUBMIT -> {
                    int id = ids.incrementAndGet();
                    var receipt = receipt(id, pdu);
                    synchronized (taken) {
                        taken.add("+" + receipt.number);
                        lastNanos = System.nanoTime();
                    }
                    unreported.put(id, receipt);
                    answer(SUBMIT, sequence, id + "\0");
                }
                case ENQUIRE -> answer(ENQUIRE, sequence, "");
                case UNBIND -> answer(UNBIND, sequence, "");
                case ANSWER | DELIVER -> {
                    if (status == 0) {
                        unreported.remove(sequence);
                    }
                }
                default -> throw new IOException("unexpected " + Integer.toHexString(command));
            }
        }

        private static Receipt receipt(int id, ByteBuffer pdu) {
            text(pdu);
            pdu.getShort();
            text(pdu);
            pdu.getShort();
            var number = text(pdu);
            pdu.position(pdu.position() + 3);
            text(pdu);
            text(pdu);
            pdu.position(pdu.position() + 4);
            int length = Byte.toUnsignedInt(pdu.get());
            pdu.position(pdu.position() + length);
            int reference = 0;
            while (pdu.hasRemaining()) {
                int tag = Short.toUnsignedInt(pdu.getShort());
                int size = pdu.getShort();
                if (tag == REFERENCE) {
                    reference = Short.toUnsignedInt(pdu.getShort());
                } else {
                    pdu.position(pdu.position() + size);
                }
            }
            return new Receipt(id, number, reference);
        }

        private static String text(ByteBuffer pdu) {
            var text = new StringBuilder();
            for (byte octet = pdu.get(); octet != 0; octet = pdu.get()) {
                text.append((char) octet);
            }
            return text.toString();
        }

        private void answer(int command, int sequence, String body) throws IOException {
            write(ANSWER | command, sequence, body.getBytes(StandardCharsets.US_ASCII));
        }

        void deliver(Receipt receipt) {
            var body = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(body)) {
                out.writeBytes("\0\1\1" + receipt.number + "\0\5\0Beckon\0");
                out.writeBytes("\4\0\0\0\0\0\0\0\0\0");
                out.writeShort(0x001E); // receipted_message_id
                var id = receipt.id + "\0";
                out.writeShort(id.length());
                out.writeBytes(id);
                out.writeShort(0x0427); // message_state: delivered
                out.writeShort(1);
                out.writeByte(2);
                out.writeShort(REFERENCE);
                out.writeShort(2);
                out.writeShort(receipt.reference);
                write(DELIVER, receipt.id, body.toByteArray());
            } catch (IOException e) {
                end();
            }
        }

        private synchronized void write(int command, int sequence, byte[] body) throws IOException {
            var pdu =
                    ByteBuffer.allocate(16 + body.length)
                            .putInt(16 + body.length)
                            .putInt(command)
                            .putInt(0)
                            .putInt(sequence)
                            .put(body);
            socket.getOutputStream().write(pdu.array());
        }

        void end() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

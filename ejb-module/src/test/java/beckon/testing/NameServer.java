package beckon.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers questions about TXT records by UDP on loopback, as RFC 1035 has it. */
public final class NameServer implements AutoCloseable {

    private static final int NO_SUCH_NAME = 3;
    private static final int SERVER_FAILURE = 2;
    private static final int HEAD = 12;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final DatagramSocket socket;
    private volatile boolean silent;
    private volatile boolean failing;

    /** Listens on a port of its own. */
    public NameServer() {
        this(0);
    }

    /** Listens on this port. */
    public NameServer(int port) {
        try {
            socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** As {@code BECKON_DNS_SERVERS} names it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** From now on the name has exactly these texts. */
    public NameServer with(String name, String... texts) {
        records.put(name, List.of(texts));
        return this;
    }

    /** From now on questions get no answer. */
    public NameServer silent() {
        silent = true;
        return this;
    }

    /** From now on it answers that it cannot say. */
    public NameServer failing() {
        failing = true;
        return this;
    }

    private void serve() {
        byte[] room = new byte[512];
        while (!socket.isClosed()) {
            DatagramPacket question = new DatagramPacket(room, room.length);
            try {
                socket.receive(question);
                if (!silent) {
                    byte[] answer = answer(room, question.getLength());
                    socket.send(
                            new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(byte[] question, int length) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEAD;
        for (; question[at] != 0; at += question[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        int questionEnd = at + 5;
        List<String> texts = failing ? null : records.get(name.toString());
        int code = failing ? SERVER_FAILURE : texts == null ? NO_SUCH_NAME : 0;
        ByteArrayOutputStream octets = new ByteArrayOutputStream(length);
        DataOutputStream out = new DataOutputStream(octets);
        out.write(question, 0, 2);
        out.writeShort(0x8180 | code);
        out.writeShort(1);
        out.writeShort(texts == null ? 0 : texts.size());
        out.writeShort(0);
        out.writeShort(0);
        out.write(question, HEAD, questionEnd - HEAD);
        for (String text : texts == null ? List.<String>of() : texts) {
            byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(0xC00C);
            out.writeShort(16);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(characters.length + 1);
            out.writeByte(characters.length);
            out.write(characters);
        }
        return octets.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}

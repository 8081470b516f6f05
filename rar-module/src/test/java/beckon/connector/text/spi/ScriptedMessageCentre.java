package beckon.connector.text.spi;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.OctetUtil;

/** A message centre that answers exactly what a test wants, or does not. */
final class ScriptedMessageCentre implements AutoCloseable {

    /** Takes it and says nothing. */
    static final int SILENCE = -1;

    /** Takes it and ends the connection. */
    static final int HANG_UP = -2;

    /** Which command status to answer; {@link #SILENCE} and {@link #HANG_UP} are none. */
    interface Script {
        int status(int command, SubmitSm submitted, int session) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    private final List<Integer> commands = new CopyOnWriteArrayList<>();
    private final List<Integer> thanks = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final DefaultComposer composer = new DefaultComposer();

    ScriptedMessageCentre(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /** Listening by what may encrypt. */
    ScriptedMessageCentre(ServerSocket listener, Script script) {
        this.script = script;
        this.listener = listener;
        start(this::accept);
    }

    /** Accepts everything. */
    static ScriptedMessageCentre polite() throws IOException {
        return new ScriptedMessageCentre((command, submitted, session) -> 0);
    }

    /** Answers texts as told, and accepts everything else. */
    static ScriptedMessageCentre answering(int status) throws IOException {
        return onCommand(SMPPConstant.CID_SUBMIT_SM, status);
    }

    static ScriptedMessageCentre onCommand(int odd, int status) throws IOException {
        return new ScriptedMessageCentre(
                (command, submitted, session) -> command == odd ? status : 0);
    }

    int port() {
        return listener.getLocalPort();
    }

    int sessions() {
        return sessions.get();
    }

    List<SubmitSm> submitted() {
        return submitted;
    }

    /** What was asked, in order. */
    List<Integer> commands() {
        return commands;
    }

    /** The command status of each answer to {@link #deliver}. */
    List<Integer> thanks() {
        return thanks;
    }

    /** Delivers a report on the newest session. */
    void deliver(String words, OptionalParameter... parameters) throws Exception {
        deliver((byte) 0x04, words, parameters);
    }

    void deliver(byte esmClass, String words, OptionalParameter... parameters) throws Exception {
        byte[] none = new byte[0];
        write(
                sockets.get(sockets.size() - 1),
                composer.deliverSm(
                        ids.incrementAndGet(),
                        "",
                        (byte) 1,
                        (byte) 1,
                        "33612345678",
                        (byte) 5,
                        (byte) 0,
                        "Beckon",
                        esmClass,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        words == null ? none : words.getBytes("ISO-8859-1"),
                        parameters));
    }

    /** Asks on the newest session. */
    void ask(int command) throws IOException {
        write(sockets.get(sockets.size() - 1), composer.composeHeader(command, 0, 1));
    }

    /** Writes octets, whatever they are, to the newest session. */
    void say(byte[] octets) throws IOException {
        write(sockets.get(sockets.size() - 1), octets);
    }

    /** Ends all sessions without a word. */
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                int session = sessions.incrementAndGet();
                start(() -> serve(socket, session));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket, int session) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                int length = in.readInt();
                byte[] pdu = new byte[length];
                System.arraycopy(OctetUtil.intToBytes(length), 0, pdu, 0, 4);
                in.readFully(pdu, 4, length - 4);
                open = answer(socket, pdu, session);
            }
        } catch (IOException | PDUException e) {
            // the client has gone
        }
    }

    private boolean answer(Socket socket, byte[] pdu, int session)
            throws IOException, PDUException {
        int command = OctetUtil.bytesToInt(pdu, 4);
        int number = OctetUtil.bytesToInt(pdu, 12);
        commands.add(command);
        if (command == SMPPConstant.CID_DELIVER_SM_RESP) {
            thanks.add(OctetUtil.bytesToInt(pdu, 8));
        }
        if ((command & SMPPConstant.MASK_CID_RESP) != 0) {
            return true;
        }
        SubmitSm text = null;
        if (command == SMPPConstant.CID_SUBMIT_SM) {
            text = new DefaultDecomposer().submitSm(pdu);
            submitted.add(text);
        }
        int status = script.status(command, text, session);
        if (status == HANG_UP) {
            return false;
        }
        if (status != SILENCE) {
            write(socket, answer(command, number, status));
        }
        return command != SMPPConstant.CID_UNBIND;
    }

    private byte[] answer(int command, int number, int status) throws PDUException {
        if (status != 0) {
            return composer.composeHeader(command | SMPPConstant.MASK_CID_RESP, status, number);
        }
        return switch (command) {
            case SMPPConstant.CID_SUBMIT_SM ->
                    composer.submitSmResp(number, "m" + ids.incrementAndGet());
            case SMPPConstant.CID_QUERY_SM ->
                    composer.querySmResp(number, "m1", "", (byte) 2, (byte) 0);
            case SMPPConstant.CID_BIND_TRANSCEIVER ->
                    composer.bindResp(SMPPConstant.CID_BIND_TRANSCEIVER_RESP, number, "centre");
            default -> composer.composeHeader(command | SMPPConstant.MASK_CID_RESP, 0, number);
        };
    }

    private static void write(Socket socket, byte[] pdu) throws IOException {
        synchronized (socket) {
            socket.getOutputStream().write(pdu);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        hangUp();
    }
}

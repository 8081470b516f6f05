package beckon.connector.text.spi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.OctetUtil;
import org.jsmpp.util.PDUComposer;

/**
 * A connection to a message centre: asks, and answers what it is asked.
 *
 * <p>One thread reads. It ends, and everybody who waits is woken, when the connection breaks. After
 * some time without a word it asks whether anybody is there.
 */
final class SmppLink implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(SmppLink.class.getName());
    private static final int HEADER = 16;
    private static final int LARGEST = 64 * 1024;

    private final SmppSettings settings;
    private final Receiver receiver;
    private final PDUComposer composer = new DefaultComposer();
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<Integer, SmppRequest> requests = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private final List<SmppRequest> unsentRequests = new ArrayList<>();
    private int sequence;
    private volatile String trouble;
    private volatile long lastHeard;

    /** Composes a request. */
    interface Request {
        byte[] compose(PDUComposer composer, int sequence) throws PDUException;
    }

    /** Takes delivery reports, and whatever else is delivered to us. */
    interface Receiver {

        /**
         * Must return at once.
         *
         * @param answer to be given sooner or later, with a command status
         */
        void deliver(byte[] pdu, IntConsumer answer);
    }

    SmppLink(SmppSettings settings, Receiver receiver) throws IOException {
        this.settings = settings;
        this.receiver = receiver;
        this.socket = SmppSocket.connect(settings);
        try {
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        lastHeard = System.nanoTime();
        Thread reader = new Thread(this::read, "smpp-" + settings.host() + "-" + localPort());
        reader.setDaemon(true);
        reader.start();
    }

    private int localPort() {
        return socket.getLocalPort();
    }

    /**
     * Puts a request into what {@link #flush} sends.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    synchronized SmppRequest ask(Request request) {
        SmppRequest asked = new SmppRequest();
        sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
        try {
            byte[] pdu = request.compose(composer, sequence);
            unsent.write(pdu, 0, pdu.length);
        } catch (PDUException e) {
            throw new IllegalArgumentException("what SMPP does not permit: " + e.getMessage(), e);
        }
        requests.put(sequence, asked);
        unsentRequests.add(asked);
        if (trouble != null) {
            giveUp();
        }
        return asked;
    }

    /** Sends what was asked since the last time. */
    synchronized void flush() {
        if (trouble == null && unsent.size() > 0) {
            unsentRequests.forEach(SmppRequest::handOver);
            try {
                unsent.writeTo(out);
            } catch (IOException e) {
                breakOff(reason(e));
            }
        }
        unsentRequests.clear();
        unsent.reset();
    }

    /** Waits for an answer, and breaks off if it does not come. */
    byte[] await(SmppRequest request) {
        try {
            long patience = TimeUnit.MILLISECONDS.toNanos(settings.responseTimeout());
            if (!request.await(patience)) {
                breakOff("no answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            breakOff("interrupted");
        }
        return request.answer();
    }

    /** Asks and waits; null if there is no answer. */
    byte[] call(Request request) {
        SmppRequest asked = ask(request);
        flush();
        return await(asked);
    }

    /** Why it does not work any more; null as long as it does. */
    String trouble() {
        return trouble;
    }

    long silentNanos() {
        return System.nanoTime() - lastHeard;
    }

    private void read() {
        try {
            while (trouble == null) {
                take(next());
                lastHeard = System.nanoTime();
            }
        } catch (IOException e) {
            breakOff(reason(e));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The message centre sent what is not SMPP", e);
            breakOff("the message centre sent what is not SMPP");
        }
    }

    private byte[] next() throws IOException {
        byte first = firstOctet();
        byte[] header = new byte[4];
        header[0] = first;
        socket.setSoTimeout(settings.responseTimeout());
        in.readFully(header, 1, 3);
        int length = OctetUtil.bytesToInt(header);
        if (length < HEADER || length > LARGEST) {
            throw new IOException("the message centre sent what is not SMPP");
        }
        byte[] pdu = new byte[length];
        System.arraycopy(header, 0, pdu, 0, header.length);
        in.readFully(pdu, header.length, length - header.length);
        return pdu;
    }

    private byte firstOctet() throws IOException {
        socket.setSoTimeout(settings.enquireInterval());
        try {
            return in.readByte();
        } catch (SocketTimeoutException e) {
            ask(PDUComposer::enquireLink);
            flush();
            socket.setSoTimeout(settings.responseTimeout());
            return in.readByte();
        }
    }

    private void take(byte[] pdu) {
        int command = OctetUtil.bytesToInt(pdu, 4);
        int number = OctetUtil.bytesToInt(pdu, 12);
        if ((command & SMPPConstant.MASK_CID_RESP) != 0) {
            SmppRequest answered = requests.remove(number);
            if (answered != null) {
                answered.answer(pdu);
            }
            return;
        }
        switch (command) {
            case SMPPConstant.CID_ENQUIRE_LINK -> reply(composer.enquireLinkResp(number));
            case SMPPConstant.CID_DELIVER_SM ->
                    receiver.deliver(
                            pdu, status -> reply(composer.deliverSmResp(status, number, "")));
            case SMPPConstant.CID_UNBIND -> {
                reply(composer.unbindResp(SMPPConstant.STAT_ESME_ROK, number));
                breakOff("the message centre ended the session");
            }
            case SMPPConstant.CID_ALERT_NOTIFICATION -> LOGGER.log(Level.DEBUG, "alerted");
            default -> reply(composer.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, number));
        }
    }

    private synchronized void reply(byte[] pdu) {
        if (trouble == null) {
            try {
                out.write(pdu);
            } catch (IOException e) {
                breakOff(reason(e));
            }
        }
    }

    private void breakOff(String why) {
        if (trouble == null) {
            trouble = why;
        }
        try {
            socket.close();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "a connection to the message centre did not close", e);
        }
        giveUp();
    }

    private void giveUp() {
        requests.values().forEach(SmppRequest::giveUp);
        requests.clear();
    }

    private static String reason(IOException failure) {
        return Trouble.words(failure);
    }

    @Override
    public void close() {
        if (trouble == null) {
            try {
                SmppRequest farewell = ask(PDUComposer::unbind);
                flush();
                farewell.await(TimeUnit.SECONDS.toNanos(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        breakOff("closed");
    }
}

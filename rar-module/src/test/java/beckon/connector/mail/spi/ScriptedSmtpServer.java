package beckon.connector.mail.spi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says and does exactly what a test wants, good or bad. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Says nothing more, but keeps the connection. */
    static final String SILENCE = "silence";

    /** Resets the connection. */
    static final String RESET = "reset";

    /** Ends the connection without a word. */
    static final String HANG_UP = "hang up";

    /** Sends what follows an octet at a time, 100 ms apart. */
    static final String TRICKLE = "trickle ";

    /** What to reply to a command, to the greeting ("") or to a whole mail ("."). */
    interface Script {
        String reply(String command, int session);
    }

    private final ServerSocket listener;
    private final Script script;
    private final AtomicInteger sessions = new AtomicInteger();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSmtpServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Accepts everything, except where the script has something else to say. */
    static ScriptedSmtpServer polite(Script exceptions) throws IOException {
        return new ScriptedSmtpServer(
                (command, session) -> {
                    String exception = exceptions.reply(command, session);
                    return exception == null ? politeReply(command) : exception;
                });
    }

    private static String politeReply(String command) {
        return switch (command.isEmpty() ? "" : command.split(" ")[0]) {
            case "" -> "220 scripted";
            case "EHLO" -> "250-scripted\r\n250 PIPELINING";
            case "DATA" -> "354 go ahead";
            case "." -> "250 2.0.0 taken";
            default -> "250 fine";
        };
    }

    int port() {
        return listener.getLocalPort();
    }

    int sessions() {
        return sessions.get();
    }

    List<String> commands() {
        return commands;
    }

    List<String> mails() {
        return mails;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                sockets.add(socket);
                int session = sessions.incrementAndGet();
                start(() -> converse(socket, session));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void converse(Socket socket, int session) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            String reply = script.reply("", session);
            String line = "";
            while (say(socket, reply) && (line = in.readLine()) != null) {
                commands.add(line);
                reply = script.reply(line, session);
                if (line.equals("DATA") && reply.startsWith("354")) {
                    say(socket, reply);
                    if (script.reply("body", session).equals(RESET)) {
                        in.readLine();
                        say(socket, RESET);
                        return;
                    }
                    readMail(in);
                    reply = script.reply(".", session);
                }
            }
        } catch (IOException e) {
            // the client went away, which some tests are about
        }
    }

    private void readMail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append("\r\n");
            line = in.readLine();
        }
        if (line != null) {
            mails.add(mail.toString());
        }
    }

    private boolean say(Socket socket, String reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (reply) {
            case SILENCE -> await();
            case RESET -> socket.setSoLinger(true, 0);
            case HANG_UP -> socket.shutdownOutput();
            default -> {
                if (!reply.startsWith(TRICKLE)) {
                    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    return true;
                }
                for (byte octet : reply.substring(TRICKLE.length()).getBytes()) {
                    out.write(octet);
                    if (closedWithin(100)) {
                        return false;
                    }
                }
                return true;
            }
        }
        return false;
    }

    private void await() {
        closedWithin(60_000);
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

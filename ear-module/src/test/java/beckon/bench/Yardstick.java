package beckon.bench;

import beckon.load.SmppSink;
import beckon.load.SmtpSink;
import beckon.load.Stage;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What this machine permits just now: mails over open sessions, texts, hashes and commits. */
final class Yardstick {

    private static final int AT_ONCE = 8;
    private static final int BINDS = 4;
    private static final int WINDOW = 10;
    private static final int HASH_KIB = 19_456;
    private static final long NANOS = 3_000_000_000L;
    private static final String MAIL =
            "Subject: yardstick\r\n\r\n"
                    + "a line of sixty-four characters, as a mail has many ....\r\n".repeat(80)
                    + ".\r\n";

    private Yardstick() {}

    /** Mails of 5 KB a second over eight sessions that stay open. */
    static double mailsPerSecond() throws IOException, InterruptedException {
        try (var sink = new SmtpSink().remember(false)) {
            return perSecond(AT_ONCE, until -> mails(sink.port(), until));
        }
    }

    /** Texts a second over four bound sessions, ten under way in each. */
    static double textsPerSecond() throws IOException, InterruptedException {
        try (var sink = new SmppSink()) {
            return perSecond(BINDS, until -> texts(sink.port(), until));
        }
    }

    private static long texts(int port, long until) throws IOException {
        var text =
                "a line of a hundred characters, as a text has them, and a link: x"
                        .getBytes(StandardCharsets.US_ASCII);
        var submit = ByteBuffer.allocate(200);
        submit.putInt(0).putInt(4).putInt(0).putInt(1);
        submit.put("\0\5\0Beckon\0\1\00133612345678\0".getBytes(StandardCharsets.US_ASCII));
        submit.put(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) text.length}).put(text);
        submit.putInt(0, submit.position());
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var out = socket.getOutputStream();
            long sent = 0;
            long answered = 0;
            while (System.nanoTime() < until || answered < sent) {
                while (sent - answered < WINDOW && System.nanoTime() < until) {
                    out.write(submit.array(), 0, submit.position());
                    sent++;
                }
                in.skipNBytes(in.readInt() - Integer.BYTES);
                answered++;
            }
            return answered;
        }
    }

    /** Passwords hashed a second on all processors, at the cost that Beckon hashes them at. */
    static double hashesPerSecond() throws IOException, InterruptedException {
        Work work =
                until -> {
                    var pool = new FixedBlockPool(HASH_KIB + 4);
                    long hashed = 0;
                    while (System.nanoTime() < until) {
                        hash(pool);
                        hashed++;
                    }
                    return hashed;
                };
        int processors = Runtime.getRuntime().availableProcessors();
        perSecond(processors, work);
        return perSecond(processors, work);
    }

    private static void hash(FixedBlockPool pool) {
        var argon2id = new Argon2BytesGenerator();
        argon2id.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(HASH_KIB)
                        .withIterations(2)
                        .withParallelism(1)
                        .withSalt(new byte[16])
                        .withBlockPool(pool)
                        .build());
        argon2id.generateBytes(Stage.PASSWORD.getBytes(StandardCharsets.UTF_8), new byte[32]);
    }

    /** Transactions of one inserted row a second over eight connections. */
    static double commitsPerSecond(Stage stage)
            throws IOException, InterruptedException, SQLException {
        try (var connection = stage.database();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists yardstick (id bigint, text varchar(200))");
        }
        double rate = perSecond(AT_ONCE, until -> commits(stage, until));
        try (var connection = stage.database();
                var statement = connection.createStatement()) {
            statement.execute("drop table yardstick");
        }
        return rate;
    }

    private static long mails(int port, long until) throws IOException {
        long sent = 0;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = socket.getOutputStream();
            in.readLine();
            var mail = MAIL.getBytes(StandardCharsets.US_ASCII);
            while (System.nanoTime() < until) {
                for (var command :
                        new String[] {"MAIL FROM:<a@b.example>", "RCPT TO:<c@d.example>", "DATA"}) {
                    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    in.readLine();
                }
                out.write(mail);
                in.readLine();
                sent++;
            }
        }
        return sent;
    }

    private static long commits(Stage stage, long until) throws SQLException {
        long committed = 0;
        try (var connection = stage.database();
                var insert = connection.prepareStatement("insert into yardstick values (?, ?)")) {
            while (System.nanoTime() < until) {
                insert.setLong(1, committed);
                insert.setString(2, "a row of about a hundred characters, as they come and go");
                insert.executeUpdate();
                committed++;
            }
        }
        return committed;
    }

    private interface Work {
        long until(long nanos) throws Exception;
    }

    private static double perSecond(int atOnce, Work work)
            throws IOException, InterruptedException {
        var threads = Executors.newFixedThreadPool(atOnce);
        try {
            long started = System.nanoTime();
            var running = new ArrayList<Future<Long>>();
            for (int i = 0; i < atOnce; i++) {
                Callable<Long> one = () -> work.until(started + NANOS);
                running.add(threads.submit(one));
            }
            long done = 0;
            for (var one : running) {
                done += one.get();
            }
            return done / ((System.nanoTime() - started) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

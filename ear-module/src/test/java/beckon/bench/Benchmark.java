package beckon.bench;

import beckon.load.ProcessUse;
import beckon.load.Stage;
import beckon.load.Way;
import beckon.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs every measurement and prints it.
 *
 * <p>Which ones is said by system property {@code bench}: any of {@code start}, {@code speed},
 * {@code slow}, {@code texts}, {@code signin}, {@code stored}, separated by commas; all without it.
 * {@code bench.seconds} is the length of a round.
 */
public final class Benchmark {

    private static final int[] CLIENTS = {1, 8, 32};
    private static final int SLOW_MILLIS = 200;
    private static final int STORED = 1_000_000;
    private static final int STARTS = 3;
    private static final int SIGNING_IN = 8;
    private static final int LISTED = 50;

    /** The JVM compiles for a minute or two; what that costs is no cost of inviting. */
    private static final int LEAST_WARM_UPS = 6;

    private static final int MOST_WARM_UPS = 12;

    private static final double STEADY = 0.95;

    private final Stage stage;
    private final Duration length = Duration.ofSeconds(Integer.getInteger("bench.seconds", 12));
    private final List<String> wanted =
            List.of(System.getProperty("bench", "start,speed,slow,texts,signin,stored").split(","));

    private Benchmark(Stage stage) {
        this.stage = stage;
    }

    /**
     * Measures.
     *
     * @param arguments a folder for everything that is made
     */
    public static void main(String... arguments)
            throws IOException, InterruptedException, SQLException {
        Locale.setDefault(Locale.ROOT);
        try (var stage = Stage.onPostgresql(Path.of(arguments[0]))) {
            stage.sink().remember(false);
            stage.withMessageCentre();
            new Benchmark(stage).run();
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        say("Machine: %d processors, Java %s", processors(), System.getProperty("java.version"));
        double mails = Yardstick.mailsPerSecond();
        double commits = Yardstick.commitsPerSecond(stage);
        say("It permits %.0f mails/s over 8 open sessions, %.0f commits/s.", mails, commits);
        stage.start();
        if (wanted.contains("start")) {
            start();
        }
        if (wanted.contains("speed") || wanted.contains("slow") || wanted.contains("stored")) {
            warmUp(Way.MAIL, 20, 1);
        }
        if (wanted.contains("speed")) {
            speed(mails);
        }
        if (wanted.contains("slow")) {
            slow();
        }
        if (wanted.contains("texts")) {
            texts();
        }
        if (wanted.contains("signin")) {
            signIn();
        }
        if (wanted.contains("stored")) {
            stored();
        }
    }

    /** Until a call costs no less than it did a moment ago. */
    private void warmUp(Way way, int... sizes)
            throws IOException, InterruptedException, SQLException {
        say("%nWarming up …");
        double before = Double.MAX_VALUE;
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            double cost = 0;
            for (int perCall : sizes) {
                var result = new Round(way, 8, perCall, length).run(stage);
                double millis = result.serverMillis() + result.databaseMillis();
                say("CPU of server and database: %.2f ms in calls of %d", millis, perCall);
                cost += millis;
            }
            if (i >= LEAST_WARM_UPS && cost > before * STEADY) {
                return;
            }
            before = cost;
            stage.gatherStatistics();
        }
    }

    private void speed(double mails) throws IOException, InterruptedException {
        say("%nInvitations a second, from the first call until the last mail is delivered");
        say("per call  clients      /s   /machine  CPU ms: server + database   latency of a call");
        for (int perCall : new int[] {20, 1}) {
            for (int clients : CLIENTS) {
                var result = new Round(clients, perCall, length).run(stage);
                say(
                        "%8d %8d %7.0f     %5.3f          %.2f + %.2f = %.2f   %s",
                        perCall,
                        clients,
                        result.perSecond(),
                        result.perSecond() / mails,
                        result.serverMillis(),
                        result.databaseMillis(),
                        result.serverMillis() + result.databaseMillis(),
                        result.latencies());
            }
        }
    }

    private void texts() throws IOException, InterruptedException, SQLException {
        stage.letText();
        double permitted = Yardstick.textsPerSecond();
        say("%nInvitations by text a second, until the last one is at the message centre");
        say("The machine permits %.0f texts/s over 4 bound sessions.", permitted);
        warmUp(Way.TEXT, 20);
        for (int clients : CLIENTS) {
            var result = new Round(Way.TEXT, clients, 20, length).run(stage);
            say(
                    "calls of 20, %2d clients: %6.0f /s, %5.3f of the machine, CPU %.2f + %.2f ms, %s",
                    clients,
                    result.perSecond(),
                    result.perSecond() / permitted,
                    result.serverMillis(),
                    result.databaseMillis(),
                    result.latencies());
        }
    }

    private void signIn() throws IOException, InterruptedException {
        say("%nSign-ins a second, beside what the hash of the password alone permits");
        new SignIns(SIGNING_IN, length).run(stage);
        double before = Yardstick.hashesPerSecond();
        var latencies = new SignIns(SIGNING_IN, length).run(stage);
        double permitted = (before + Yardstick.hashesPerSecond()) / 2;
        double rate = latencies.calls() / (double) length.toSeconds();
        say(
                "%d clients: %.1f /s of %.1f hashes/s, ratio %.2f, %s",
                SIGNING_IN, rate, permitted, rate / permitted, latencies);
    }

    private void slow() throws IOException, InterruptedException {
        say("%nThe same call of 20 by one client, mail server fast and slow (%d ms)", SLOW_MILLIS);
        var shortly = new Round(1, 20, Duration.ofSeconds(3));
        var fast = shortly.run(stage).latencies();
        say("fast: %s", fast);
        stage.sink().delay(SLOW_MILLIS);
        var slow = new Round(1, 20, Duration.ofMillis(1500)).run(stage).latencies();
        stage.sink().delay(0);
        say("slow: %s   p50 ratio %.2f", slow, slow.millis(50) / fast.millis(50));
    }

    private void stored() throws IOException, InterruptedException, SQLException {
        say("%nThe same call of 20 by one client, and %d more invitations stored", STORED);
        var before = new Round(1, 20, length).run(stage);
        say("before: %s, CPU %.2f ms", before.latencies(), cpu(before));
        Stored.add(stage, STORED);
        new Round(1, 20, Duration.ofSeconds(3)).run(stage);
        var after = new Round(1, 20, length).run(stage);
        say(
                "after:  %s, CPU %.2f ms   p50 ratio %.2f, CPU ratio %.2f",
                after.latencies(),
                cpu(after),
                after.latencies().millis(50) / before.latencies().millis(50),
                cpu(after) / cpu(before));
        list("first page", "size=25");
        list("page 20,000", "size=25&page=20000");
        list("first page of the pending", "size=25&state=PENDING");
        list("part of an address", "size=25&query=stored.77");
    }

    /** What the list of the one who has sent them all costs, as a client sees it. */
    private void list(String what, String query) throws IOException {
        var nanos = new long[LISTED];
        try (var client = stage.client()) {
            for (int i = 0; i < 2 * LISTED; i++) {
                long asked = System.nanoTime();
                var answer = client.call("GET", "/api/v1/invitations?" + query, null);
                nanos[i % LISTED] = System.nanoTime() - asked;
                if (answer.status() != 200) {
                    throw new IOException("no list: " + answer);
                }
            }
        }
        say("list, %s: %s", what, new Latencies(nanos));
    }

    private static double cpu(Round.Result result) {
        return result.serverMillis() + result.databaseMillis();
    }

    private void start() throws IOException, InterruptedException {
        say("%nStart of the server to a sign-in page that works");
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            stage.server().stop();
            long started = System.nanoTime();
            var server = stage.launcher().start();
            while (server.status("/signin") != 200) {
                Thread.sleep(20);
            }
            seconds.add((System.nanoTime() - started) / 1e9);
            double used = ProcessUse.cpuSeconds(server.pid());
            server.stop();
            say("%.1f s (%.1f s of CPU)", seconds.get(i), used);
        }
        Server server = stage.start();
        server.status("/signin");
        Thread.sleep(20_000);
        say("Idle: %d MB resident", ProcessUse.residentMegabytes(server.pid()));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(format, arguments));
    }
}

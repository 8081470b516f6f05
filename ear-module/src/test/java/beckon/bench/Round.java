package beckon.bench;

import beckon.load.ProcessUse;
import beckon.load.Stage;
import beckon.load.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some clients invite for a while; the round ends when the last message is at the mail server, or
 * at the message centre.
 *
 * @param way by mail or by text
 * @param clients at once, each with its own connection
 * @param perCall addresses in one call
 * @param length how long they go on inviting
 */
record Round(Way way, int clients, int perCall, Duration length) {

    Round(int clients, int perCall, Duration length) {
        this(Way.MAIL, clients, perCall, length);
    }

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * What came out.
     *
     * @param invitations acknowledged, and delivered
     * @param perSecond until the last message was at its server
     * @param serverMillis CPU of the server per invitation
     * @param databaseMillis CPU of the database per invitation
     */
    record Result(
            long invitations,
            double perSecond,
            double acceptedPerSecond,
            Latencies latencies,
            double serverMillis,
            double databaseMillis) {}

    Result run(Stage stage) throws IOException, InterruptedException {
        long before = way.arrived(stage);
        double server = ProcessUse.cpuSeconds(stage.server().pid());
        double database = ProcessUse.cpuSeconds(stage.databasePid());
        long started = System.nanoTime();
        var calls = drive(stage, started + length.toNanos());
        long answered = System.nanoTime();
        long invited = (long) calls.size() * perCall;
        awaitMessages(stage, before + invited);
        double seconds = (way.lastNanos(stage) - started) / 1e9;
        return new Result(
                invited,
                invited / seconds,
                invited / ((answered - started) / 1e9),
                new Latencies(calls.stream().mapToLong(Long::longValue).toArray()),
                (ProcessUse.cpuSeconds(stage.server().pid()) - server) * 1000 / invited,
                (ProcessUse.cpuSeconds(stage.databasePid()) - database) * 1000 / invited);
    }

    private List<Long> drive(Stage stage, long until) throws IOException, InterruptedException {
        stage.token();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < clients; i++) {
                Callable<List<Long>> client = () -> invite(stage, until);
                running.add(threads.submit(client));
            }
            var all = new ArrayList<Long>();
            for (var client : running) {
                all.addAll(client.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> invite(Stage stage, long until) throws IOException {
        var latencies = new ArrayList<Long>();
        try (var client = stage.client()) {
            while (System.nanoTime() < until) {
                var body = way.body(way.fresh(perCall));
                long asked = System.nanoTime();
                var answer = client.call("POST", "/api/v1/invitations", body);
                latencies.add(System.nanoTime() - asked);
                if (queued(answer.body()) != perCall) {
                    throw new IOException("not all were queued: " + answer);
                }
            }
        }
        return latencies;
    }

    private static int queued(String body) {
        int count = 0;
        for (int at = body.indexOf("\"QUEUED\"");
                at >= 0;
                at = body.indexOf("\"QUEUED\"", at + 1)) {
            count++;
        }
        return count;
    }

    private void awaitMessages(Stage stage, long wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (way.arrived(stage) < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IOException(wanted - way.arrived(stage) + " messages have not arrived");
            }
            Thread.sleep(5);
        }
    }
}

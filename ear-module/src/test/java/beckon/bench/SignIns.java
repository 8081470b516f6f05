package beckon.bench;

import beckon.load.RestClient;
import beckon.load.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some clients sign in over and over, with the right password, through the REST API.
 *
 * @param clients at once, each with its own connection
 * @param length how long they go on
 */
record SignIns(int clients, Duration length) {

    /** Two, because ten attempts under way are the most that one may have. */
    private static final List<String> PEOPLE = List.of(Stage.ANNA, "ben@acme.example");

    Latencies run(Stage stage) throws IOException, InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < clients; i++) {
                var person = PEOPLE.get(i % PEOPLE.size());
                Callable<List<Long>> client = () -> signIn(stage, person, until);
                running.add(threads.submit(client));
            }
            var all = new ArrayList<Long>();
            for (var client : running) {
                all.addAll(client.get());
            }
            return new Latencies(all.stream().mapToLong(Long::longValue).toArray());
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> signIn(Stage stage, String person, long until) throws IOException {
        var latencies = new ArrayList<Long>();
        var body = "{\"email\":\"" + person + "\",\"password\":\"" + Stage.PASSWORD + "\"}";
        try (var client = new RestClient(stage.server().url(), null)) {
            while (System.nanoTime() < until) {
                long asked = System.nanoTime();
                var answer = client.call("POST", "/api/v1/tokens", body);
                latencies.add(System.nanoTime() - asked);
                if (!answer.body().contains("\"token\"")) {
                    throw new IOException("not signed in: " + answer);
                }
            }
        }
        return latencies;
    }
}

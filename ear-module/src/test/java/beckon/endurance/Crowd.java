package beckon.endurance;

import beckon.load.RestClient;
import beckon.load.Stage;
import beckon.load.Way;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clients that go on inviting whatever happens, and remember what they were told.
 *
 * <p>Every address is asked for once only, so a mail to it has one reason.
 */
final class Crowd implements AutoCloseable {

    private final Stage stage;
    private final Way way;
    private final int perCall;
    private final int pauseMillis;
    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<Long> callNanos = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private volatile boolean inviting = true;

    /**
     * Starts inviting.
     *
     * @param pauseMillis between two calls of a client
     */
    Crowd(Stage stage, int clients, int perCall, int pauseMillis) throws IOException {
        this(stage, Way.MAIL, clients, perCall, pauseMillis);
    }

    /** The same by mail or by text. */
    Crowd(Stage stage, Way way, int clients, int perCall, int pauseMillis) throws IOException {
        this.stage = stage;
        this.way = way;
        this.perCall = perCall;
        this.pauseMillis = pauseMillis;
        stage.token();
        for (int i = 0; i < clients; i++) {
            var thread = new Thread(this::invite, "crowd-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Invites these once, all of them or not at all. */
    static Map<String, String> invite(Stage stage, int count) throws IOException {
        var emails = Way.MAIL.fresh(count);
        try (var client = stage.client()) {
            return queued(
                    client.call("POST", "/api/v1/invitations", RestClient.invitation(emails)));
        }
    }

    private static Map<String, String> queued(RestClient.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("refused: " + answer);
        }
        Map<String, String> queued = new ConcurrentHashMap<>();
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            for (var result :
                    reader.readObject().getJsonArray("results").getValuesAs(JsonObject.class)) {
                if (result.getString("outcome").equals("QUEUED")) {
                    queued.put(result.getString("recipient"), result.getString("invitationId"));
                }
            }
        }
        return queued;
    }

    private void invite() {
        while (inviting) {
            try (var client = stage.client()) {
                while (inviting) {
                    var recipients = way.fresh(perCall);
                    asked.addAll(List.of(recipients));
                    long started = System.nanoTime();
                    var answer = client.call("POST", "/api/v1/invitations", way.body(recipients));
                    callNanos.add(System.nanoTime() - started);
                    if (answer.status() == 200) {
                        acknowledged.putAll(queued(answer));
                    } else {
                        refusals.add(answer.toString());
                    }
                    Thread.sleep(pauseMillis);
                }
            } catch (IOException e) {
                rest(); // killed: what was under way may have been committed or not
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends inviting; what was told stays. */
    @Override
    public void close() {
        inviting = false;
        for (var thread : threads) {
            try {
                thread.join(130_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Address or number and invitation of all that were acknowledged. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** Every address or number that was ever in a call. */
    Set<String> asked() {
        return asked;
    }

    /** Answers that were no success, killed connections aside. */
    List<String> refusals() {
        return refusals;
    }

    /** What 95 of 100 calls did not exceed, in milliseconds. */
    double p95Millis() {
        var sorted = callNanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e6;
    }
}

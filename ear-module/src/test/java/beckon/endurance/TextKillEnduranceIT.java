package beckon.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.load.SmppSink;
import beckon.load.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Servers that end by force while texts go out. The texts are written as committed rows, which the
 * sweeper takes up.
 */
class TextKillEnduranceIT {

    private static final int KILLS = Integer.getInteger("endurance.kills", 20);
    private static final int CONSUMERS = 4;
    private static final int BATCH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String INSERT =
            "insert into dispatch (id, account_id, reference, channel, template, recipient, language,"
                    + " model, message_id, state, attempts, due_at, expires_at, created_at)"
                    + " values (?, 1, ?, 'TEXT', 'appLink', ?, 'en', '{}', ?, 'QUEUED', 0, ?, ?, ?)";

    private final AtomicLong numbers = new AtomicLong(33_600_000_000L);
    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private Stage stage;
    private SmppSink sink;
    private volatile boolean writing = true;

    @BeforeEach
    void start() throws Exception {
        stage = Stage.onPostgresql(Path.of("target/endurance/text-kill").toAbsolutePath());
        sink = stage.withMessageCentre();
        stage.start();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    @Test
    void noTextIsLostNorSentThriceHoweverOftenTheServerIsKilled() throws Exception {
        var random = new Random();
        var writer = new Thread(this::write, "writer");
        writer.start();
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(1000 + random.nextInt(4000));
            stage.server().kill();
            int before = sink.taken().size();
            stage.start();
            await().atMost(PATIENCE).until(() -> sink.taken().size() > before);
        }
        writing = false;
        writer.join();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> open() == 0 && sink.unreported() == 0);
        // reports that nobody had understood are looked at again
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count("select count(*) from text_report") == 0);

        Map<String, Integer> received = new HashMap<>();
        sink.taken().forEach(number -> received.merge(number, 1, Integer::sum));
        var lost = new HashSet<>(committed);
        lost.removeAll(received.keySet());
        var phantoms = new HashSet<>(received.keySet());
        phantoms.removeAll(committed);
        long twice = received.values().stream().filter(times -> times > 1).count();
        long unanswered = count("select count(*) from dispatch where trouble = 'UNANSWERED'");
        System.out.println(
                String.format(
                        "texts, kills=%d: %d committed, %d delivered, %d not received, of which %d"
                                + " are down as unanswered, %d sent twice, %d in doubt, %s",
                        KILLS,
                        committed.size(),
                        received.size(),
                        lost.size(),
                        unanswered,
                        twice,
                        count("select count(*) from text_doubt"),
                        states()));
        assertThat(received.values()).as("at most repeated once").allMatch(times -> times <= 2);
        assertThat(phantoms).as("phantom").isEmpty();
        assertThat((long) lost.size()).as("lost").isLessThanOrEqualTo(unanswered);
        assertThat(twice).isLessThanOrEqualTo((long) KILLS * CONSUMERS * BATCH);
    }

    private void write() {
        while (writing) {
            try (var connection = stage.database();
                    var insert = connection.prepareStatement(INSERT)) {
                var some = new HashSet<String>();
                var now = LocalDateTime.now(ZoneOffset.UTC);
                for (int i = 0; i < BATCH; i++) {
                    long number = numbers.incrementAndGet();
                    some.add("+" + number);
                    insert.setLong(1, number * 100);
                    insert.setObject(2, UUID.randomUUID());
                    insert.setString(3, "+" + number);
                    insert.setString(4, number + "@enduring.example");
                    insert.setObject(5, now);
                    insert.setObject(6, now.plusDays(1));
                    insert.setObject(7, now);
                    insert.addBatch();
                }
                insert.executeBatch();
                committed.addAll(some);
                Thread.sleep(50);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long open() throws SQLException {
        return count(
                "select count(*) from dispatch where channel = 'TEXT'"
                        + " and state in ('QUEUED', 'SENDING', 'DELAYED')");
    }

    private long count(String sql) throws SQLException {
        try (var connection = stage.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<String, Long> states() throws SQLException {
        Map<String, Long> states = new HashMap<>();
        try (var connection = stage.database();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select state, count(*) from dispatch where channel = 'TEXT'"
                                        + " group by state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getLong(2));
            }
        }
        return states;
    }
}

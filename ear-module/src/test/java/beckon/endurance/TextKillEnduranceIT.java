package beckon.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.load.SmppSink;
import beckon.load.Stage;
import beckon.load.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that end by force while people are invited by text. */
class TextKillEnduranceIT {

    private static final int KILLS = Integer.getInteger("endurance.kills", 20);
    private static final int CONSUMERS = 4;
    private static final int CLIENTS = 4;
    private static final int BATCH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private Stage stage;
    private SmppSink sink;

    @BeforeEach
    void start() throws Exception {
        stage = Stage.onPostgresql(Path.of("target/endurance/text-kill").toAbsolutePath());
        sink = stage.withMessageCentre();
        stage.start();
        stage.letText();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    @Test
    void noTextIsLostNorSentThriceHoweverOftenTheServerIsKilled() throws Exception {
        var random = new Random();
        var crowd = new Crowd(stage, Way.TEXT, CLIENTS, BATCH, 20);
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(1000 + random.nextInt(4000));
            stage.server().kill();
            int before = sink.taken().size();
            stage.start();
            await().atMost(PATIENCE).until(() -> sink.taken().size() > before);
        }
        crowd.close();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> open() == 0 && sink.unreported() == 0);
        // reports that nobody had understood are looked at again
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count("select count(*) from text_report") == 0);

        Map<String, Integer> received = new HashMap<>();
        sink.taken().forEach(number -> received.merge(number, 1, Integer::sum));
        var lost = new HashSet<>(crowd.acknowledged().keySet());
        lost.removeAll(received.keySet());
        var phantoms = new HashSet<>(received.keySet());
        phantoms.removeAll(crowd.asked());
        long twice = received.values().stream().filter(times -> times > 1).count();
        long unanswered = count("select count(*) from dispatch where trouble = 'UNANSWERED'");
        System.out.println(
                String.format(
                        "texts, kills=%d: %d acknowledged, %d delivered, %d not received, of which %d"
                                + " are down as unanswered, %d sent twice, %d in doubt, %s",
                        KILLS,
                        crowd.acknowledged().size(),
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

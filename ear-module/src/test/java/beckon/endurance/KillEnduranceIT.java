package beckon.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.load.Mischief;
import beckon.load.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that end in the middle of their work: by force, or because they were asked to. */
class KillEnduranceIT {

    private static final int KILLS = Integer.getInteger("endurance.kills", 20);
    private static final int CONSUMERS = 8;
    private static final int BATCH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        stage = Stage.onPostgresql(Path.of("target/endurance/kill").toAbsolutePath());
        stage.start();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    @Test
    void nothingAcknowledgedIsLostHoweverOftenTheServerIsKilled() throws Exception {
        var random = new Random();
        var slowestResume = Duration.ZERO;
        var crowd = new Crowd(stage, 4, 20, 20);
        try (crowd) {
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(1000 + random.nextInt(4000));
                stage.server().kill();
                long before = stage.sink().count();
                stage.start();
                long ready = System.nanoTime();
                await().atMost(PATIENCE).until(() -> stage.sink().count() > before);
                var resume = Duration.ofNanos(System.nanoTime() - ready);
                slowestResume = resume.compareTo(slowestResume) > 0 ? resume : slowestResume;
            }
        }
        awaitAll(crowd.acknowledged().keySet());

        var deliveries = new Deliveries(stage.sink().taken());
        report("kills=" + KILLS, crowd, deliveries, "slowest to send again " + slowestResume);
        assertThat(deliveries.missing(crowd.acknowledged().keySet())).as("lost").isEmpty();
        assertThat(phantoms(deliveries)).as("phantom").isEmpty();
        assertThat(deliveries.withSeveralMessageIds()).isEmpty();
        assertThat(deliveries.duplicates()).isLessThanOrEqualTo(KILLS * CONSUMERS * BATCH);
        assertThat(slowestResume).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nothingIsLostWithTheBrokersFiles() throws Exception {
        stage.sink().behave(Mischief.REFUSE);
        var crowd = new Crowd(stage, 4, 20, 20);
        try (crowd) {
            await().atMost(PATIENCE).until(() -> crowd.acknowledged().size() > 1000);
        }
        stage.server().kill();
        delete(stage.folder().resolve("data/server/data"));

        stage.sink().behave(Mischief.NONE);
        stage.start();
        awaitAll(crowd.acknowledged().keySet());

        var deliveries = new Deliveries(stage.sink().taken());
        report("journal deleted", crowd, deliveries, "");
        assertThat(deliveries.missing(crowd.acknowledged().keySet())).as("lost").isEmpty();
        assertThat(phantoms(deliveries)).as("phantom").isEmpty();
    }

    @Test
    void askedToStopItFinishesWhatIsUnderWayWithoutDuplicates() throws Exception {
        var crowd = new Crowd(stage, 4, 20, 20);
        Duration taken;
        try (crowd) {
            await().atMost(PATIENCE).until(() -> crowd.acknowledged().size() > 1000);
            long asked = System.nanoTime();
            stage.server().stop();
            taken = Duration.ofNanos(System.nanoTime() - asked);
            stage.start();
        }
        awaitAll(crowd.acknowledged().keySet());

        var deliveries = new Deliveries(stage.sink().taken());
        report("asked to stop", crowd, deliveries, "stopped after " + taken);
        assertThat(taken).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(deliveries.missing(crowd.acknowledged().keySet())).as("lost").isEmpty();
        assertThat(phantoms(deliveries)).as("phantom").isEmpty();
        assertThat(deliveries.duplicates()).isZero();
    }

    private void awaitAll(Collection<String> addresses) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> new Deliveries(stage.sink().taken()).missing(addresses).isEmpty());
    }

    /** Delivered to somebody whom no committed invitation names. */
    private Set<String> phantoms(Deliveries deliveries) throws SQLException {
        var phantoms = new HashSet<>(deliveries.recipients());
        try (var connection = stage.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select recipient from invitation")) {
            while (rows.next()) {
                phantoms.remove(rows.getString(1));
            }
        }
        return phantoms;
    }

    private static void report(String what, Crowd crowd, Deliveries deliveries, String more) {
        System.out.println(
                String.format(
                        "%s: %d acknowledged, %d delivered, %d lost, %d duplicates; %s",
                        what,
                        crowd.acknowledged().size(),
                        deliveries.recipients().size(),
                        deliveries.missing(crowd.acknowledged().keySet()).size(),
                        deliveries.duplicates(),
                        more));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

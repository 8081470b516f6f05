package beckon.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.load.Mischief;
import beckon.load.Stage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail servers that do not do what they ought to. */
class MailServerEnduranceIT {

    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final double CALM_MILLIS = Integer.getInteger("endurance.calm.millis", 300);

    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = Stage.onPostgresql(Path.of("target/endurance/mail").toAbsolutePath());
        stage.start();
        for (int i = 0; i < 100; i++) {
            Crowd.invite(stage, 20);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        stage.close();
    }

    @AfterEach
    void behaveAgain() {
        stage.sink().delay(0);
        stage.sink().behave(Mischief.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mischief.class,
            mode = Mode.EXCLUDE,
            names = {"NONE", "REJECT"})
    void invitingGoesOnAndAllArrivesAfterwards(Mischief mischief) throws Exception {
        stage.sink().behave(mischief);
        var crowd = new Crowd(stage, 2, 20, 200);
        try (crowd) {
            Thread.sleep(OUTAGE.toMillis());
        }
        stage.sink().behave(Mischief.NONE);
        long returned = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () ->
                                new Deliveries(stage.sink().taken())
                                        .missing(crowd.acknowledged().keySet())
                                        .isEmpty());

        System.out.println(
                String.format(
                        "%s: %d acknowledged, p95 of a call %.0f ms, all delivered %d s after its end",
                        mischief,
                        crowd.acknowledged().size(),
                        crowd.p95Millis(),
                        Duration.ofNanos(System.nanoTime() - returned).toSeconds()));
        assertThat(crowd.refusals()).isEmpty();
        assertThat(new Deliveries(stage.sink().taken()).withSeveralMessageIds()).isEmpty();
        assertThat(crowd.p95Millis()).isLessThanOrEqualTo(CALM_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452})
    void notNowMeansLaterAndSaysWhy(int code) throws Exception {
        stage.sink().reject(code);

        var invitation = Crowd.invite(stage, 1).entrySet().iterator().next();
        var dispatch = awaitDispatch(invitation.getValue(), "DELAYED");
        stage.sink().behave(Mischief.NONE);

        assertThat(dispatch.getString("answer")).isNotBlank();
        awaitDispatch(invitation.getValue(), "SENT");
        assertThat(new Deliveries(stage.sink().taken()).recipients()).contains(invitation.getKey());
    }

    @ParameterizedTest
    @ValueSource(ints = {550, 552, 554})
    void neverMeansFailedAndSaysWhy(int code) throws Exception {
        stage.sink().reject(code);

        var invitation = Crowd.invite(stage, 1).entrySet().iterator().next();
        var dispatch = awaitDispatch(invitation.getValue(), "FAILED");

        assertThat(dispatch.getString("answer")).isNotBlank();
        assertThat(dispatch.getInt("attempts")).isEqualTo(1);
    }

    @Test
    void whatIsRevokedIsNotSentAfterwards() throws Exception {
        int slowness = 2_000; // so that nearly all are claimed or queued when they are revoked
        stage.sink().delay(slowness);
        Map<String, String> invited = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            invited.putAll(Crowd.invite(stage, 20));
        }
        Map<String, Long> revoked = new HashMap<>();
        try (var client = stage.client()) {
            for (var invitation : invited.entrySet()) {
                var answer =
                        client.call(
                                "POST",
                                "/api/v1/invitations/" + invitation.getValue() + "/revoke",
                                "");
                assertThat(answer.status()).isBetween(200, 204);
                revoked.put(invitation.getKey(), System.nanoTime());
            }
        }
        Thread.sleep(10_000);

        // one that was in flight is answered when the slow server has done with it
        long grace = Duration.ofMillis(slowness + 300).toNanos();
        assertThat(stage.sink().taken())
                .filteredOn(mail -> revoked.containsKey(mail.recipient()))
                .allSatisfy(
                        mail ->
                                assertThat(mail.nanos())
                                        .isLessThan(revoked.get(mail.recipient()) + grace));
        var sent = new Deliveries(stage.sink().taken());
        System.out.println(
                String.format(
                        "revoked %d, of which %d had been sent before",
                        revoked.size(), revoked.size() - sent.missing(revoked.keySet()).size()));
        assertThat(sent.missing(revoked.keySet())).hasSizeGreaterThan(revoked.size() / 2);
    }

    private static JsonObject awaitDispatch(String invitation, String state) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> dispatch(invitation),
                        dispatch -> dispatch.getString("state").equals(state));
    }

    private static JsonObject dispatch(String invitation) throws IOException {
        try (var client = stage.client()) {
            var answer = client.call("GET", "/api/v1/invitations/" + invitation, null);
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject().getJsonArray("dispatches").getJsonObject(0);
            }
        }
    }
}

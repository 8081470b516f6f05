package beckon.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.load.RestClient;
import beckon.load.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that starts before its database does. */
class LateDatabaseEnduranceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TO_HEAL = Duration.ofSeconds(30);

    private Stage stage;

    @BeforeEach
    void startWithoutDatabase() throws IOException {
        stage = Stage.onLatePostgresql(Path.of("target/endurance/late").toAbsolutePath());
        stage.launch();
        await().atMost(PATIENCE).until(() -> stage.server().status("/health/live") == 200);
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = stage.server().url().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void itSaysSoCalmlyAndHealsByItself() throws Exception {
        assertThat(stage.server().status("/health/ready")).isEqualTo(503);
        for (String path : new String[] {"/", "/signin", "/join/x", "/api/v1/contacts"}) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
            assertThat(answer.body()).as(path).doesNotContain("Exception", "\tat ");
        }
        assertThat(get("/signin").body()).contains("Beckon will be back in a moment");
        assertThat(get("/api/v1/contacts").body()).contains("urn:beckon:problem:unavailable");

        stage.startDatabase();
        stage.server().awaitReady(TO_HEAL);

        await().atMost(TO_HEAL).until(() -> get("/join/x").statusCode() == 200);
        await().atMost(TO_HEAL).ignoreExceptions().until(() -> stage.token() != null);
        try (RestClient client = stage.client()) {
            String body = RestClient.invitation("late@elsewhere.example");
            assertThat(client.call("POST", "/api/v1/invitations", body).status()).isEqualTo(200);
        }
        await().atMost(TO_HEAL).until(() -> stage.sink().count() == 1);
        assertThat(Files.readString(stage.folder().resolve("server.log")))
                .contains("Beckon waits for its database")
                .doesNotContain("\tat ");
    }
}

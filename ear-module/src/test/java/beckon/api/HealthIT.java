package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What probes are told. */
@RunAsClient
class HealthIT extends BeckonIT {

    @Test
    void aServingNodeIsAlive() {
        Answer answer = Http.get("/health/live");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object().getString("status")).isEqualTo("UP");
    }

    @Test
    void aNodeWithAllItsPartsIsReady() {
        Answer answer = Http.get("/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object().getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("name"), check -> check.getString("status"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("database", "UP"),
                        org.assertj.core.groups.Tuple.tuple("queue", "UP"));
    }

    @Test
    void anythingElseIsNotThere() {
        assertThat(Http.get("/health").status()).isEqualTo(404);
        assertThat(Http.get("/health/metrics").status()).isEqualTo(404);
        assertThat(Http.send("POST", "/health/ready", "").status()).isEqualTo(405);
    }
}

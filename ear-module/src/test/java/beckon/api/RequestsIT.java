package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not ours: a problem that says what is wrong, and nothing sent. */
@RunAsClient
class RequestsIT extends BeckonIT {
    private final Api ben = Api.as("ben@acme.example");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400|malformed-json",
                "'{\"emails\":[\"a@b.example\"]'|400|malformed-json",
                "''|400|malformed-json",
                "{\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[|400|malformed-json",
                "[]|422|invalid-request",
                "\"a@b.example\"|422|invalid-request",
                "{\"emails\":\"a@b.example\"}|422|invalid-request",
                "{\"emails\":[1,2]}|422|invalid-request",
                "{\"emails\":[\"a@b.example\"],\"emial\":[]}|422|invalid-request",
                "{\"emails\":[\"a@b.example\"],\"message\":{}}|422|invalid-request",
                "{\"emails\":[\"a@b.example\"],\"inviteAs\":\"KING\"}|422|invalid-request",
                "{\"emails\":[\"a@b.example\"],\"emails\":[]}|422|invalid-request",
                "{\"emails\":[\"a@b.example\"],\"language\":\"tlh\"}|422|unknown-language",
                "{\"phones\":[\"+33612345678\"],\"message\":\"evil.example\"}|422|text-has-link",
                "{\"emails\":[]}|422|no-recipient",
                "{}|422|no-recipient",
                "{\"emails\":[\"a@b.example\"],\"inviteAs\":\"ADMIN\"}|403|kind-not-allowed",
            })
    void badRequestsAreRefusedAndNothingIsSent(String body, int status, String type) {
        long before = total();

        Answer answer = ben.post("/invitations", body == null ? "" : body);

        assertProblem(answer, status, type);
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        assertProblem(
                ben.post(
                        "/invitations",
                        "{\"emails\":[\"a@b.example\"],\"message\":\"" + "x".repeat(1001) + "\"}"),
                422,
                "invalid-request");
    }

    @Test
    void theTwentyFirstRecipientIsRefusedAndNothingIsSent() {
        long before = total();

        Answer answer = ben.post("/invitations", many(21));

        assertProblem(answer, 422, "too-many-recipients");
        assertThat(answer.object().getString("detail")).contains("21");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void tenThousandRecipientsAreRefused() {
        assertProblem(ben.post("/invitations", many(10_000)), 422, "too-many-recipients");
    }

    @Test
    void tenMegabytesAreRefused() {
        String body = "{\"message\":\"" + "x".repeat(10 << 20) + "\"}";

        assertProblem(ben.post("/invitations", body), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void anythingButJsonIsRefused(String type) {
        assertProblem(
                ben.send("POST", "/invitations", "emails=a%40b.example", "Content-Type", type),
                415,
                "unsupported-media-type");
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsIsRefused() {
        Answer answer = Http.send("POST", "/api/v1/tokens", "{\"email\":\"a\",\"password\":\"b\"}");

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nowhere,          404",
        "GET,    /links/x,          405",
        "DELETE, /links/x,          404",
        "PUT,    /links,            405",
        "DELETE, /invitations,      405",
        "PUT,    /invitations,      405",
        "GET,    /invitations/x,    404",
        "POST,   /invitations/1-1-1-1-1/revoke, 404",
        "GET,    /invitations?state=LOST,   422",
        "GET,    /invitations?page=-1,      422",
        "GET,    /invitations?page=one,     422",
        "GET,    /contacts?size=101,        422",
        "GET,    /contacts?group=EVERYBODY, 422",
    })
    void whatIsNotThereIsAProblemToo(String method, String path, int status) {
        Answer answer = ben.send(method, path, method.equals("GET") ? null : "{}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        Answer answer =
                ben.send("POST", "/invitations", many(21), "Accept-Language", "fr-FR,en;q=0.5");

        assertThat(answer.header("Content-Language")).isEqualTo("fr");
        assertThat(answer.object().getString("detail")).contains("Rien n’a été envoyé");
        assertThat(answer.object().getString("type"))
                .isEqualTo("urn:beckon:problem:too-many-recipients");
    }

    @Test
    void theApiDescribesItself() {
        Answer answer = Http.get("/api/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object().getString("openapi")).startsWith("3.1");
        assertThat(answer.object().getJsonObject("paths")).containsKey("/v1/invitations");
    }

    private long total() {
        return ben.get("/invitations").object().getJsonNumber("total").longValue();
    }

    private static String many(int count) {
        return Api.invitation(
                "AUTOMATIC",
                IntStream.range(0, count)
                        .mapToObj(i -> Addresses.guest("many"))
                        .collect(Collectors.toList())
                        .toArray(String[]::new));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.object().getString("type")).isEqualTo("urn:beckon:problem:" + type);
        assertThat(answer.object().getInt("status")).isEqualTo(status);
        assertThat(answer.object().getString("title")).isNotBlank();
    }
}

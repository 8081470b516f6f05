package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Http;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** One's own contacts made, changed and removed by programs. */
class ContactsApiIT extends BeckonIT {
    private static final String MARIE =
            """
            {"name": "Marie Curie", "company": "Radium", "emails": ["marie@work.example",
            "m@home.example"], "phones": ["06 12 34 56 78"], "note": "tea"}""";

    @Test
    void contactIsMadeReadChangedAndRemoved() {
        Api api = Api.as(Company.found("Programs Ltd").coworker("Pia").email());

        Http.Answer made = api.post("/contacts", MARIE);

        assertThat(made.status()).isEqualTo(201);
        String id = made.object().getString("id");
        JsonObject read = api.get("/contacts/" + id).object();
        assertThat(read).isEqualTo(made.object());
        assertThat(read.getBoolean("own")).isTrue();
        assertThat(read.getJsonArray("phones").getJsonObject(0).getString("phone"))
                .isEqualTo("+33612345678");
        assertThat(api.get("/contacts?query=home.example").body()).contains(id);
        var changed =
                api.send(
                        "PUT",
                        "/contacts/" + id,
                        "{\"name\": \"M.\", \"emails\": [\"m@x.example\"]}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.object().getJsonArray("phones")).isEmpty();
        assertThat(api.send("DELETE", "/contacts/" + id, null).status()).isEqualTo(204);
        assertThat(api.get("/contacts/" + id).status()).isEqualTo(404);
    }

    @Test
    void badContactIsRefusedWithTheField() {
        Api api = Api.as(Company.found("Faults Ltd").coworker("Fay").email());

        assertProblem(api.post("/contacts", "{\"name\": \"\"}"), 422, "name");
        assertProblem(
                api.post("/contacts", "{\"name\": \"x\", \"emails\": [\"nope\"]}"), 422, "emails");
        assertProblem(
                api.post("/contacts", "{\"name\": \"x\", \"phones\": [\"1\"]}"), 422, "phones");
        assertProblem(api.post("/contacts", "{\"name\": \"x\", \"owner\": \"y\"}"), 422, "owner");
        assertThat(api.post("/contacts", MARIE).status()).isEqualTo(201);
        assertProblem(api.post("/contacts", MARIE), 409, "address-taken");
    }

    @Test
    void othersContactIsNotFoundWhateverIsTried() {
        Company company = Company.found("Walls Ltd");
        String id =
                Api.as(company.coworker("Wim").email())
                        .post("/contacts", MARIE)
                        .object()
                        .getString("id");

        for (String email :
                new String[] {
                    company.admin("Anders").email(), Company.found("Else").admin("Eve").email()
                }) {
            Api stranger = Api.as(email);
            assertThat(stranger.get("/contacts/" + id).status()).isEqualTo(404);
            assertThat(stranger.send("PUT", "/contacts/" + id, MARIE).status()).isEqualTo(404);
            assertThat(stranger.send("DELETE", "/contacts/" + id, null).status()).isEqualTo(404);
            assertThat(stranger.get("/contacts?query=marie").body()).doesNotContain(id);
            assertThat(stranger.get("/contacts/no-handle").status()).isEqualTo(404);
        }
    }

    private static void assertProblem(Http.Answer answer, int status, String words) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }
}

package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Http;
import beckon.testing.TestServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Links made, listed and deactivated by programs. */
class LinksIT extends BeckonIT {
    private static final String BEN = "ben@acme.example";

    @Test
    void madeLinkLeadsToTheConfiguredAddress() {
        Instant until = Instant.now().plus(Duration.ofHours(5));

        var made =
                Api.as(BEN)
                        .post(
                                "/links",
                                "{\"maxUses\": 12, \"expiresAt\": \"%s\", \"domain\": \"X.example\"}"
                                        .formatted(until));

        assertThat(made.status()).isEqualTo(201);
        JsonObject link = made.object();
        assertThat(link.getString("url")).matches(TestServer.baseUrl() + "/join/" + "[\\w-]{43}");
        assertThat(link.getInt("uses")).isZero();
        assertThat(link.getInt("maxUses")).isEqualTo(12);
        assertThat(link.getString("domain")).isEqualTo("x.example");
        assertThat(Instant.parse(link.getString("expiresAt")))
                .isBetween(until.minusMillis(1), until.plusMillis(1));
    }

    @Test
    void listHasNoAddressOfALink() {
        JsonObject link = Api.as(BEN).post("/links", "{}").object();

        var list = Api.as(BEN).get("/links");

        assertThat(list.body()).contains(link.getString("id")).doesNotContain("/join/");
    }

    @Test
    void previewsAndRobotsCountNothing() {
        JsonObject link = Api.as(BEN).post("/links", "{\"maxUses\": 1}").object();
        String path = link.getString("url").substring(TestServer.baseUrl().length());

        for (int i = 0; i < 5; i++) {
            assertThat(Http.get(path).status()).isEqualTo(200);
            assertThat(Http.send("HEAD", path, null).status()).isEqualTo(200);
        }

        assertThat(uses(link)).isEqualTo("0");
        assertThat(Http.get(path).body()).contains("confirm-address");
    }

    @Test
    void deactivatedLinkOpensNothing() {
        JsonObject link = Api.as(BEN).post("/links", "{}").object();
        String path = link.getString("url").substring(TestServer.baseUrl().length());

        var gone = Api.as(BEN).send("DELETE", "/links/" + link.getString("id"), null);

        assertThat(gone.status()).isEqualTo(204);
        assertThat(Http.get(path).body()).doesNotContain("confirm-address");
    }

    @Test
    void whatIsNotValidIsRefusedInWords() {
        assertThat(Api.as(BEN).post("/links", "{\"maxUses\": \"many\"}").status()).isEqualTo(422);
        assertThat(Api.as(BEN).post("/links", "{\"maxUses\": 0}").status()).isEqualTo(422);
        assertThat(Api.as(BEN).post("/links", "{\"maxUses\": 1.5}").status()).isEqualTo(422);
        assertThat(Api.as(BEN).post("/links", "{\"expiresAt\": \"soon\"}").status()).isEqualTo(422);
        assertThat(Api.as(BEN).post("/links", "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}").status())
                .isEqualTo(422);
        assertThat(Api.as(BEN).post("/links", "{\"domain\": \"nonsense\"}").status())
                .isEqualTo(422);
    }

    @Test
    void otherCompaniesLinksAreNotFound() {
        JsonObject link = Api.as(BEN).post("/links", "{}").object();
        Api stranger = Api.as(Company.found("Initech").admin("Bill").email());

        assertThat(stranger.send("DELETE", "/links/" + link.getString("id"), null).status())
                .isEqualTo(404);
        assertThat(stranger.get("/links").body()).doesNotContain(link.getString("id"));
    }

    @Test
    void whoMayNotShareIsToldSo() {
        Company company = Company.found("Closed Mouth Ltd");
        Api member = Api.as(company.coworker("Cora").email());
        Database.update(
                "update invitation_policy set who_may_share_links = 'ADMINS' where account_id ="
                        + " (select account_id from verified_domain where domain = ?)",
                company.domain());

        var refused = member.post("/links", "{}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.object().getString("type"))
                .isEqualTo("urn:beckon:problem:links-switched-off");
    }

    private static String uses(JsonObject link) {
        return Database.value(
                "select uses from invitation_link where handle = cast(? as uuid)",
                link.getString("id"));
    }
}

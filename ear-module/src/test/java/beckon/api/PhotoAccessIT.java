package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.Pictures;
import beckon.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Who sees and who changes a photo. */
@RunAsClient
class PhotoAccessIT extends BeckonIT {

    @Test
    void photosOpenForThoseWhoMaySeeThePersonAndForNobodyElse() {
        Company company = Company.found("Portrait Ltd");
        Company.Member owner = company.coworker("Otto");
        PageSession own = signedIn(owner);
        byte[] picture = Pictures.jpeg(400, 300);
        String path = "/photo/" + own.post("/photo", picture).object().getString("photo");
        Map<PageSession, Integer> people =
                Map.of(
                        own,
                        200,
                        signedIn(company.admin("Ada")),
                        200,
                        signedIn(company.coworker("Cole")),
                        200,
                        signedIn(company.guest("Gus")),
                        404,
                        signedIn(Company.found("Own Ltd").admin("Eve")),
                        404);

        people.forEach(
                (person, status) -> {
                    for (String each : List.of(path, path + "/small")) {
                        Answer answer = person.get(each);
                        assertThat(answer.status()).as(each).isEqualTo(status);
                        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                    }
                });
        Answer shown = own.get(path);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("Cache-Control")).startsWith("private");
        String tag = shown.header("ETag");
        assertThat(own.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(Http.get(path).status()).isEqualTo(401);
        assertThat(Http.send("POST", "/photo", "x").status()).isEqualTo(401);
        assertThat(own.get("/photo/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(own.get("/photo/remove").status()).isEqualTo(404);
        assertThat(own.get(path).status()).as("looking removes nothing").isEqualTo(200);
        assertThat(own.post("/photo", new byte[] {1}).status()).isEqualTo(422);
        assertThat(own.post("/photo", new byte[6_000_000]).status()).isEqualTo(413);
        assertThat(
                        own.post("/photo/remove", new byte[0], "Origin", "https://evil.example")
                                .status())
                .isEqualTo(403);
        assertThat(own.post("/photo/remove", new byte[0]).status()).isEqualTo(204);
        assertThat(own.get(path).status()).isEqualTo(404);
    }

    private static PageSession signedIn(Company.Member member) {
        var session = new PageSession();
        session.signIn(member.email(), TestServer.password());
        return session;
    }
}

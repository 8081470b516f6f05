package beckon.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.Mail;
import beckon.testing.TestServer;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs and mail providers do with the mail's own unsubscribe fields. */
@RunAsClient
class UnsubscribeIT extends BeckonIT {
    private static final String BEN = "ben@acme.example";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String guest = Addresses.guest("unsubscriber");
    private final Mail mail = Api.as(BEN).inviteAndAwaitMail(guest);

    private Answer oneClick(String path, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = FORM;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return Http.send("POST", path, "List-Unsubscribe=One-Click", all);
    }

    private String state() {
        return Api.as(BEN)
                .get("/invitations?query=" + guest)
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("state");
    }

    private JsonObject invite() {
        return Api.as(BEN).invite(guest).get(0);
    }

    @Test
    void mailHasTheFieldsOfOneClick() {
        String source = Http.get("/postbox/api/messages/" + mail.id() + "/source").body();

        assertThat(source)
                .containsPattern(
                        "(?m)^List-Unsubscribe: <"
                                + TestServer.baseUrl()
                                + mail.unsubscribePath()
                                + ">\\r?$")
                .containsPattern("(?m)^List-Unsubscribe-Post: List-Unsubscribe=One-Click\\r?$");
    }

    @Test
    void lookingUnsubscribesNobody() {
        assertThat(Http.get(mail.unsubscribePath()).status()).isEqualTo(200);
        assertThat(Http.send("HEAD", mail.unsubscribePath(), null).status()).isEqualTo(200);

        assertThat(state()).isEqualTo("PENDING");
    }

    @Test
    void oneClickOfAProviderIsEnough() {
        Answer answer = oneClick(mail.unsubscribePath());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
        assertThat(state()).isEqualTo("DECLINED");
        assertThat(invite().getString("outcome")).isEqualTo("REFUSED");
        assertThat(invite().getString("reason")).isEqualTo("SUPPRESSED");
    }

    @Test
    void oneClickMayComeFromAnotherSite() {
        Answer answer =
                oneClick(
                        mail.unsubscribePath(),
                        "Origin",
                        "https://webmail.example",
                        "Sec-Fetch-Site",
                        "cross-site");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(state()).isEqualTo("DECLINED");
    }

    @Test
    void oneClickMayComeInParts() {
        String body =
                """
                --b\r
                Content-Disposition: form-data; name="List-Unsubscribe"\r
                \r
                One-Click\r
                --b--\r
                """;

        Answer answer =
                Http.send(
                        "POST",
                        mail.unsubscribePath(),
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=b");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(state()).isEqualTo("DECLINED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "List-Unsubscribe=Two-Clicks", "unsubscribe-stop=x"})
    void otherPostsDoNothing(String body) {
        Answer answer = Http.send("POST", mail.unsubscribePath(), body, "Content-Type", FORM);

        assertThat(answer.status()).isLessThan(500);
        assertThat(state()).isEqualTo("PENDING");
    }

    @Test
    void unknownTokenTellsNothing() {
        String unknown = "/unsubscribe/" + "A".repeat(65);

        assertThat(oneClick(unknown).status()).isEqualTo(404);
        assertThat(Http.get(unknown).status()).isEqualTo(200);
        assertThat(Http.get("/unsubscribe/x").status()).isEqualTo(200);
        assertThat(Http.get("/unsubscribe").status()).isEqualTo(200);
        assertThat(Http.get(unknown).header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void otherPagesTakeNoPostsFromElsewhere() {
        assertThat(oneClick("/join/" + mail.token(), "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(oneClick("/signin", "Origin", "https://webmail.example").status())
                .isEqualTo(403);
    }
}

package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Addresses;
import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Being signed in: how it begins, what it opens, how it ends. */
@RunAsClient
class SessionIT extends BeckonIT {
    private static final String BEN = "ben@acme.example";
    private static final String ANNA = "anna@acme.example";

    @ParameterizedTest
    @CsvSource({
        "/,                     /signin",
        "/contact/company,      /signin?to=%2Fcontact%2Fcompany",
        "/invitation/list?a=b,  /signin?to=%2Finvitation%2Flist%3Fa%3Db",
        "/admin/policies,       /signin?to=%2Fadmin%2Fpolicies",
        "/person/sessions,      /signin?to=%2Fperson%2Fsessions",
        "/index.xhtml,          /signin?to=%2Findex.xhtml",
        "/nowhere,              /signin?to=%2Fnowhere",
    })
    void whoeverIsNotSignedInIsSentToSignIn(String path, String signIn) {
        Answer answer = Http.get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(signIn);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void whatAjaxAsksForIsSentToSignInToo() {
        Answer answer = Http.get("/contact/company", "Faces-Request", "partial/ajax");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).contains("<redirect url=\"/signin?to=%2Fcontact%2Fcompany\"/>");
    }

    @Test
    void signingInBeginsANewSession() {
        var browser = new PageSession();
        browser.get("/signin");
        String before = browser.sessionId();

        browser.signIn(BEN, TestServer.password());

        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(PageSession.with(before).get("/").status()).isEqualTo(302);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        var browser = new PageSession();

        Answer answer = browser.signIn(BEN, "not the password of ben");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Address or password is wrong");
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void nobodyLearnsFromTheTimeWhetherSomebodyHasASignIn() {
        String stranger = Addresses.guest("timing");
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        // by turns, and the fastest of each: what else the machine does is in neither
        for (int i = 0; i < 5; i++) {
            known = Math.min(known, millisToRefuse("gina@guest.example"));
            unknown = Math.min(unknown, millisToRefuse(stranger));
        }

        assertThat(unknown).isBetween(known / 2, known * 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/policies", "/admin", "/admin/nowhere"})
    void theAdminsPagesAreNotThereForOthers(String path) {
        var browser = new PageSession();
        browser.signIn(BEN, TestServer.password());

        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void theAdminsPagesAreThereForAdmins() {
        var browser = new PageSession();
        browser.signIn(ANNA, TestServer.password());

        assertThat(browser.get("/admin/policies").status()).isEqualTo(200);
    }

    private static long millisToRefuse(String email) {
        Instant start = Instant.now();
        Http.send(
                "POST",
                "/api/v1/tokens",
                "{\"email\":\"" + email + "\",\"password\":\"wrong wrong wrong\"}",
                "Content-Type",
                "application/json");
        return Duration.between(start, Instant.now()).toMillis();
    }
}

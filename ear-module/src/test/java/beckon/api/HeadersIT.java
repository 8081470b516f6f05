package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells the browser, and what none tells anybody. */
@RunAsClient
class HeadersIT extends BeckonIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/signin",
                "/nowhere",
                "/admin/policies",
                "/join/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/join/x",
                "/terms/privacy",
                "/api/openapi",
                "/api/v1/contacts",
                "/api/nowhere",
                "/health/live",
                "/jakarta.faces.resource/nothing.css.xhtml",
                "/..%2f..%2fetc/passwd",
            })
    void everyAnswerIsCareful(String path) {
        Answer answer = Http.get(path);

        assertThat(PageSession.all(answer, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'unsafe-inline'", "'unsafe-eval'", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).as("plain HTTP here").isEmpty();
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("WildFly", "Undertow", "JBoss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/%57EB-INF/web.xml"})
    void ourInsideIsNotThere(String path) {
        Answer answer = Http.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<web-app", "Manifest-Version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/nowhere", "/terms/privacy"})
    void pagesAskForNoPowers(String path) {
        Answer answer = Http.get(path);

        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void pagesOfATokenTellNobodyAboutIt() {
        Answer answer = Http.get("/join/" + "A".repeat(43));

        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void scriptsNeedTheNonceOfTheirPage() {
        assertThat(Http.get("/signin").header("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-")
                .doesNotContain("script-src 'unsafe-inline'");
    }

    @Test
    void theCookieIsForTheServerOnly() {
        var browser = new PageSession();
        Answer answer = browser.get("/signin");

        assertThat(PageSession.all(answer, "Set-Cookie"))
                .allSatisfy(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(browser.sessionId()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("jsessionid", browser.sessionId());
    }

    @Test
    void answersOfTheApiAreNotKept() {
        Answer answer = Api.as("ben@acme.example").get("/contacts");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /signin",
        "PUT, /signin",
        "DELETE, /signin",
        "PATCH, /signin",
        "X, /signin"
    })
    void unusualMethodsAreRefused(String method, String path) {
        Answer answer = Http.send(method, path, null);

        assertThat(answer.status()).isIn(405, 501);
        assertThat(answer.body()).doesNotContain("signin-form");
    }

    @Test
    void aHugeFormIsRefused() {
        Answer answer =
                Http.send(
                        "POST",
                        "/signin",
                        "x=" + "y".repeat(10 << 20),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(413);
    }
}

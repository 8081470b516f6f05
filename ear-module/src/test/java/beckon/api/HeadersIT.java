package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
                "/unsubscribe/x",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
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
        assertThat(PageSession.all(answer, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(PageSession.all(answer, "Referrer-Policy"))
                .singleElement()
                .isIn("same-origin", "no-referrer");
        assertThat(PageSession.all(answer, "Cross-Origin-Resource-Policy"))
                .containsExactly("same-origin");
        assertThat(PageSession.all(answer, "Cross-Origin-Opener-Policy"))
                .containsExactly("same-origin");
        assertThat(PageSession.all(answer, "Permissions-Policy")).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/contact/guests", "/terms/privacy-notice", "/join/x", "/"})
    void askingForTheHeadersAloneIsAnsweredAlike(String path) {
        Answer whole = Http.get(path);
        Answer head = Http.send("HEAD", path, null);

        assertThat(head.status()).isEqualTo(whole.status()).isIn(200, 302);
        assertThat(head.header("Content-Type")).isEqualTo(whole.header("Content-Type"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void textIsSentCompressed() {
        Answer page = Http.get("/signin");
        List<String> paths =
                Pattern.compile(
                                "(?:href|src)=\"(/jakarta\\.faces\\.resource/[^\"]*\\.(?:css|js)[^\"]*)\"")
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1).replace("&amp;", "&"))
                        .collect(Collectors.toCollection(ArrayList::new));
        assertThat(paths).hasSizeGreaterThan(1);
        paths.add("/signin");

        for (String path : paths) {
            Answer answer = Http.get(path, "Accept-Encoding", "gzip, deflate, br");

            assertThat(answer.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(Http.get(path).header("Content-Encoding")).as(path).isEmpty();
        }
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

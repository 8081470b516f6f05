package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other hosts and other sites: what they make a browser send is not done. */
@RunAsClient
class OriginIT extends BeckonIT {
    private static final String BEN = "ben@acme.example";

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/", "/join/x", "/api/openapi", "/admin/policies"})
    void aForeignHostIsNeverRepeated(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n"))
                .doesNotContain("evil.example");
        assertThat(
                        raw(
                                "GET "
                                        + path
                                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                        + "X-Forwarded-Host: evil.example\r\n"
                                        + "Forwarded: host=evil.example\r\n"))
                .doesNotContain("evil.example");
    }

    @Test
    void aForeignHostIsTurnedAway() throws IOException {
        assertThat(raw("GET /signin HTTP/1.1\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void probesMayComeUnderAnyName() throws IOException {
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: 10.1.2.3:8080\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void aFormThatAnotherSiteSendsSignsNobodyIn(String name, String value) {
        var browser = new PageSession();

        Answer answer = browser.signIn(BEN, TestServer.password(), name, value);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsViewStateDoesNothing() {
        var browser = new PageSession();
        browser.signIn(BEN, TestServer.password());
        var fields = PageSession.hidden(browser.get("/"), "profile-form");
        fields.put("sign-out", "sign-out");
        var forged = new TreeMap<>(fields);
        forged.put("jakarta.faces.ViewState", "1:2");

        browser.post("/", forged);

        assertThat(browser.get("/").status()).isEqualTo(200);
        browser.post("/", fields);
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void pagesThatSendNoReferrerMayHideTheirOrigin() {
        assertThat(Http.send("POST", "/join/x", "a=b", "Origin", "null").status()).isEqualTo(200);
        assertThat(Http.send("POST", "/signin", "a=b", "Origin", "null").status()).isEqualTo(403);
    }

    @Test
    void ourOwnFormSignsIn() {
        var browser = new PageSession();

        Answer answer = browser.signIn(BEN, TestServer.password(), "Origin", TestServer.baseUrl());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    private static String raw(String head) throws IOException {
        URI base = TestServer.at("/");
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import beckon.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beckon as an installed application: manifest, icons, and what stands there without a network. */
class AppBrowserIT extends BrowserIT {

    @Test
    void withoutANetworkAPageSaysSoAndNothingPersonalIsKept() {
        Company company = Company.found("Tunnel Ltd");
        SignInPage.signIn(browser, company.admin("Tia").email());
        browser.asyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "navigator.serviceWorker.ready.then(() => done());");

        List<?> kept =
                (List<?>)
                        browser.asyncScript(
                                "const done = arguments[arguments.length - 1];"
                                        + "caches.keys().then(async names => {"
                                        + "  const cache = await caches.open(names[0]);"
                                        + "  done((await cache.keys())"
                                        + "    .map(request => new URL(request.url).pathname));"
                                        + "});");
        assertThat(kept).map(Object::toString).contains("/offline");
        assertThat(kept)
                .map(Object::toString)
                .allMatch(
                        path ->
                                path.equals("/offline")
                                        || path.startsWith("/jakarta.faces.resource/"));
        offline(true);
        browser.script("location.href = '/invitation/list'");
        browser.untilSays("h1", "You are offline");
        assertThat(browser.text("body")).doesNotContain("Tia", "Tunnel Ltd");
        offline(false);
        browser.click("#offline-again");
        browser.see("#profile");
    }

    @Test
    void manifestNamesIconsThatAreThere() {
        var manifest = Http.get("/manifest.webmanifest");

        assertThat(manifest.object().getString("start_url")).isEqualTo("/");
        assertThat(manifest.object().getJsonArray("icons")).hasSize(3);
        manifest.object()
                .getJsonArray("icons")
                .forEach(
                        icon ->
                                assertThat(Http.get(icon.asJsonObject().getString("src")).status())
                                        .isEqualTo(200));
    }

    private void offline(boolean off) {
        browser.cdp(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        off,
                        "latency",
                        0,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1));
    }
}

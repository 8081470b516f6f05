package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import beckon.testing.Http;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beckon as an installed application: manifest, icons, and what stands there without a network. */
class AppBrowserIT extends BrowserIT {

    @Test
    void pageForNoNetworkIsKeptAndNothingPersonal() {
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
        Object page =
                browser.asyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "caches.match('/offline').then(kept => kept.text()).then(done);");
        assertThat(page.toString()).contains("You are offline").doesNotContain("Tia", "Tunnel Ltd");
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
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ProfilePage;
import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import beckon.testing.Pictures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code person/profile.xhtml}. */
class ProfileBrowserIT extends BrowserIT {

    /** Sends the form as the button does, and reads what the browser would save. */
    private static final String DOWNLOAD =
            """
            const done = arguments[1];
            const form = document.getElementById('data-form');
            const fields = new URLSearchParams(new FormData(form));
            fields.set('data-password', arguments[0]);
            fields.set('data-download', 'x');
            fetch(form.action, {method: 'POST', body: fields}).then(async answer => done(
                answer.headers.get('Content-Type') + ' ' + answer.headers.get('Content-Disposition')
                + ' ' + await answer.text()));
            """;

    /** What is sent waits until the test lets it go. */
    private static final String SLOW_ROAD =
            """
            const send = window.fetch;
            window.fetch = (...what) => new Promise(go => { window.arrive = go; }).then(() => send(...what));
            """;

    @Test
    void photoIsSeenBeforeItIsSavedThenByColleaguesAndCanBeRemoved() {
        Company company = Company.found("Portrait Ltd");
        Company.Member pia = company.coworker("Pia");
        SignInPage.signIn(browser, pia.email());
        ProfilePage page = ProfilePage.open(browser);
        Axe.check(browser);
        page.choose(Pictures.jpeg(900, 600)).untilPhoto("chosen");
        browser.untilFocused("photo-save");
        browser.see("#photo-preview");
        page.untilFaces(0);
        Axe.check(browser);

        page.savePhoto().untilFaces(2);
        assertThat(browser.text("#photo-status")).isEqualTo("Your photo has been saved.");
        Axe.check(browser);
        ProfilePage.open(browser).untilFaces(2);

        Browser colleague = anotherBrowser();
        SignInPage.signIn(colleague, company.coworker("Carl").email());
        colleague.see("tr[data-row] .face img");
        assertThat(colleague.texts("tr[data-row] .face:has(img)")).containsExactly("PT");

        ProfilePage.open(browser);
        browser.click("#photo-remove");
        page.untilPhoto("none").untilFaces(0);
        colleague.reload();
        colleague.see("tr[data-row] .face");
        assertThat(colleague.sees("tr[data-row] .face img")).isFalse();
    }

    @Test
    void fileThatIsNoPictureIsRefusedInWordsAndWhatWasTypedStays() {
        SignInPage.signIn(browser, Company.found("Careless Ltd").coworker("Cara").email());
        ProfilePage page = ProfilePage.open(browser);
        browser.fill("#profile-first-name", "Caroline");

        page.choose("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        browser.untilSays("#photo-error", "not a picture");
        page.choose(new byte[10_000_001]);
        browser.untilSays("#photo-error", "10 MB");
        page.choose(Pictures.jpeg(20, 20)).untilPhoto("chosen");

        assertThat(browser.sees("#photo-error")).isFalse();
        browser.click("#photo-cancel");
        page.untilPhoto("none");
        assertThat(browser.value("#profile-first-name")).isEqualTo("Caroline");
    }

    @Test
    void photoOnItsWayIsNeitherReplacedNorGivenUp() {
        SignInPage.signIn(browser, Company.found("Hasty Ltd").coworker("Hal").email());
        ProfilePage page = ProfilePage.open(browser);
        page.choose(Pictures.jpeg(300, 300)).untilPhoto("chosen");
        browser.script(SLOW_ROAD);

        browser.click("#photo-save");
        page.untilPhoto("busy").choose(new byte[10_000_001]);

        assertThat(browser.sees("#photo-cancel")).isFalse();
        assertThat(browser.sees("#photo-error")).isFalse();
        page.untilPhoto("busy");
        browser.script("window.arrive()");
        page.untilPhoto("kept").untilFaces(2);
    }

    @Test
    void photoThatCannotBeSentIsKeptForAnotherTry() {
        SignInPage.signIn(browser, Company.found("Distant Ltd").coworker("Dora").email());
        ProfilePage page = ProfilePage.open(browser);
        page.choose(Pictures.jpeg(300, 300)).untilPhoto("chosen");
        browser.expectStatus(401);
        browser.cdp("Network.clearBrowserCookies", java.util.Map.of());

        browser.click("#photo-save");

        browser.untilSays("#photo-error", "signed out");
        page.untilPhoto("chosen");
    }

    @Test
    void ownDataIsDownloadedByWhoKnowsThePassword() {
        Company.Member dan = Company.found("Data Ltd").coworker("Dan");
        SignInPage.signIn(browser, dan.email());
        ProfilePage.open(browser);
        browser.clickAndLoad("#profile-download");
        Axe.check(browser);
        browser.fill("#data-password", "wrong");
        browser.clickAndLoad("#data-download");
        assertThat(browser.text("#data-password-error")).contains("not your current password");
        Axe.check(browser);

        String file = String.valueOf(browser.asyncScript(DOWNLOAD, password()));

        assertThat(file)
                .startsWith("application/json attachment; filename=\"beckon-own-data.json\"")
                .contains("\"format\":\"beckon-own-data\"")
                .contains(dan.email())
                .contains("Data Ltd")
                .doesNotContain("argon2");
    }

    @Test
    void passwordIsGoneFromThePageOnceOwnDataIsSaved(@TempDir Path saved) {
        SignInPage.signIn(browser, Company.found("Leaving Ltd").coworker("Lea").email());
        browser.go("/person/data");
        browser.cdp(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", saved.toString()));
        browser.fill("#data-password", password());

        browser.click("#data-download");

        browser.until("a file", d -> Files.exists(saved.resolve("beckon-own-data.json")));
        assertThat(browser.path()).isEqualTo("/person/data");
        assertThat(browser.value("#data-password")).isEmpty();
    }

    @Test
    void timesAreToldInTheZoneOfTheProfile() {
        Company company = Company.found("Faraway Ltd");
        Company.Member admin = company.admin("Abe");
        company.letWait("EVERYONE");
        beckon.testing.Api.as(company.coworker("Cleo").email())
                .invite(beckon.testing.Addresses.guest("zoned"));
        browser.liveIn("Europe/Paris");
        SignInPage.signIn(browser, admin.email());
        browser.go("/admin/approvals");
        assertThat(browser.text("#approval-list time")).isEqualTo(told("Europe/Paris"));

        ProfilePage.open(browser);
        browser.choose("#profile-time-zone", "Asia/Tokyo");
        browser.clickAndLoad("#profile-save");
        browser.go("/admin/approvals");

        assertThat(browser.text("#approval-list time")).isEqualTo(told("Asia/Tokyo"));
    }

    /** The moment on the page as it is told in a zone, by the browser's own words. */
    private String told(String zone) {
        return String.valueOf(
                browser.script(
                        "return new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle:"
                                + " 'short', timeZone: arguments[0]}).format(new"
                                + " Date(document.querySelector('#approval-list time').dateTime))",
                        zone));
    }
}

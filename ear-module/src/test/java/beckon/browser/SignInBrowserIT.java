package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import beckon.testing.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** The page {@code signin.xhtml} and what a session is. */
class SignInBrowserIT extends BrowserIT {

    @Test
    void chosenLookIsWornByPagesForEverybodyToo() {
        Company.Member member = Company.found("Dusk Ltd").coworker("Dusty");
        browser.expectStatus(404);
        SignInPage.signIn(browser, member.email()).frame().look("dark");

        browser.go("/terms/privacy-notice");
        assertThat(browser.see("html").getDomAttribute("data-theme")).isEqualTo("dark");
        browser.go("/no-such-page");
        assertThat(browser.see("html").getDomAttribute("data-theme")).isEqualTo("dark");

        browser.go("/");
        new Frame(browser).signOut();
        assertThat(browser.see("html").getDomAttribute("data-theme")).isEqualTo("system");
    }

    @Test
    void pageIsLight() {
        browser.countAnew();

        SignInPage.open(browser);

        browser.until(
                "all loaded",
                d ->
                        browser.requests().stream()
                                .filter(request -> !request.url().startsWith("data:"))
                                .noneMatch(request -> request.status() == 0));
        List<Browser.Request> requests =
                browser.requests().stream()
                        .filter(request -> !request.url().startsWith("data:"))
                        .toList();
        assertThat(requests).hasSizeLessThanOrEqualTo(10);
        assertThat(requests.stream().mapToLong(Browser.Request::octets).sum())
                .isPositive()
                .isLessThanOrEqualTo(250 * 1024);
    }

    @Test
    void pageHasNoAxeViolation() {
        SignInPage page = SignInPage.open(browser);
        Axe.check(browser);

        page.send("nobody@acme.example", "wrong password");
        assertThat(page.error()).isNotBlank();
        Axe.check(browser);

        browser.prefer("dark").reload();
        Axe.check(browser);
    }

    @Test
    void wrongPasswordAndUnknownPersonGetTheSameWords() {
        Company company = Company.found("Same Words Ltd");
        SignInPage page = SignInPage.open(browser);

        page.send(company.coworker("Sam").email(), "wrong password");
        String known = page.error();
        page.send(company.address("nobody"), "wrong password");

        assertThat(page.error()).isEqualTo(known).isNotBlank();
        assertThat(browser.value("#signin-password")).isEmpty();
        assertThat(browser.value("#signin-email")).contains("nobody");
    }

    @Test
    void emptyFormSaysWhatIsMissing() {
        SignInPage page = SignInPage.open(browser);

        browser.clickAndLoad("#signin-send");

        assertThat(page.error()).isNotBlank();
        browser.untilFocused("error-summary");
    }

    @Test
    void signInLeadsToWhereOneWantedToGo() {
        Company company = Company.found("Deep Link Ltd");
        browser.go("/invitation/list");
        browser.untilAt("/signin");

        new SignInPage(browser).send(company.coworker("Dee").email(), password());

        browser.untilAt("/invitation/list");
    }

    @Test
    void foreignReturnAddressIsIgnored() {
        Company company = Company.found("Foreign Ltd");
        browser.go("/signin?to=https%3A%2F%2Fevil.example%2F");

        new SignInPage(browser).send(company.coworker("Fay").email(), password());

        browser.see("#profile");
        assertThat(browser.path()).isEqualTo("/");
    }

    @Test
    void signInChangesTheSessionAndSignOutEndsIt() {
        Company company = Company.found("Sessions Ltd");
        SignInPage.open(browser);
        Cookie before = browser.driver().manage().getCookieNamed("beckon");

        ContactsPage contacts = SignInPage.signIn(browser, company.coworker("Sid").email());

        Cookie after = browser.driver().manage().getCookieNamed("beckon");
        assertThat(after.isHttpOnly()).isTrue();
        if (before != null) {
            assertThat(after.getValue()).isNotEqualTo(before.getValue());
        }
        contacts.frame().signOut();
        browser.driver().manage().addCookie(after);
        browser.go("/");
        browser.untilAt("/signin");
    }

    @Test
    void backAfterSignOutShowsNothing() {
        Company company = Company.found("Back Ltd");
        ContactsPage contacts = SignInPage.signIn(browser, company.coworker("Bea").email());
        contacts.frame().signOut();

        browser.back();

        browser.see("#signin-form");
        assertThat(browser.sees("#profile")).isFalse();
    }

    @Test
    void languageCanBeChosenBeforeSigningIn() {
        browser.speak("fr-FR,fr");
        SignInPage.open(browser);
        assertThat(browser.see("html").getDomAttribute("lang")).isEqualTo("fr");

        browser.clickAndLoad("#language-form [lang='en']:not([aria-current])");

        assertThat(browser.see("html").getDomAttribute("lang")).isEqualTo("en");
    }

    @Test
    void chosenLanguageAndThemeStayAfterSigningInAgain() {
        Company company = Company.found("Choices Ltd");
        Company.Member member = company.coworker("Chloe");
        Frame frame = SignInPage.signIn(browser, member.email()).frame();
        frame.choose("fr");
        frame.look("dark");
        frame.signOut();

        ContactsPage again = SignInPage.signIn(browser, member.email());

        assertThat(again.frame().language()).isEqualTo("fr");
        assertThat(browser.see("html").getDomAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void deactivatedMemberIsOutAtOnce() {
        Company company = Company.found("Out Ltd");
        Company.Member member = company.coworker("Olga");
        SignInPage.signIn(browser, member.email());

        Database.update(
                "update membership set deactivated_at = cast(? as timestamp)"
                        + " where id = cast(? as bigint)",
                "2026-01-01 00:00:00",
                member.caller().membershipId());

        browser.go("/");
        browser.untilAt("/signin");
    }
}

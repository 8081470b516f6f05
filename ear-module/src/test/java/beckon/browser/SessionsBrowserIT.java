package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.Frame;
import beckon.browser.page.SessionsPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import org.junit.jupiter.api.Test;

/** The page {@code person/sessions.xhtml}. */
class SessionsBrowserIT extends BrowserIT {

    @Test
    void onlySessionIsThisOneAndCannotBeSignedOutHere() {
        Company.Member member = Company.found("Single Ltd").guest("Gwen");
        SignInPage.signIn(browser, member.email());

        SessionsPage page = SessionsPage.open(browser);

        assertThat(page.rows()).hasSize(1);
        assertThat(page.rows().get(0)).contains("Chrome on Linux", "This device", "just now");
        assertThat(browser.text("#sessions-note")).contains("on this device only");
        assertThat(browser.sees("[data-end-session]")).isFalse();
        assertThat(browser.sees("#sessions-end-others")).isFalse();
        Axe.check(browser);
    }

    @Test
    void endingAnotherSessionSignsItOutAtItsNextClick() {
        Company.Member member = Company.found("Two Places Ltd").coworker("Tess");
        Browser other = anotherBrowser();
        SignInPage.signIn(other, member.email());
        SignInPage.signIn(browser, member.email());
        SessionsPage page = SessionsPage.open(browser).untilRows(2);
        assertThat(page.rows().get(0)).contains("This device");

        browser.click("[data-end-session]");
        assertThat(browser.text("#end-session-question")).isEqualTo("Sign out Chrome on Linux?");
        Axe.check(browser);
        browser.click("#end-session-no");
        page.untilRows(2);
        browser.click("[data-end-session]");
        browser.click("#end-session-yes");

        page.untilRows(1);
        browser.untilSays("#notices", "Signed out: Chrome on Linux");
        browser.untilSays("#sessions-note", "on this device only");
        other.clickAndLoad("#rail-invitations");
        other.untilAt("/signin");
        browser.reload();
        page.untilRows(1);
    }

    @Test
    void allOthersAreSignedOutAtOnce() {
        Company.Member member = Company.found("Everywhere Ltd").coworker("Evan");
        Browser other = anotherBrowser();
        SignInPage.signIn(other, member.email());
        SignInPage.signIn(browser, member.email());
        SessionsPage page = SessionsPage.open(browser).untilRows(2);

        browser.click("#sessions-end-others");
        browser.click("#end-others-yes");

        page.untilRows(1);
        browser.untilSays("#notices", "1 other device");
        other.clickAndLoad("#rail-invitations");
        other.untilAt("/signin");
    }

    @Test
    void sessionThatEndedMeanwhileIsSaidToBeOver() {
        Company.Member member = Company.found("Meanwhile Ltd").coworker("Mia");
        Browser other = anotherBrowser();
        Frame frame = SignInPage.signIn(other, member.email()).frame();
        SignInPage.signIn(browser, member.email());
        SessionsPage page = SessionsPage.open(browser).untilRows(2);
        browser.click("[data-end-session]");
        frame.signOut();

        browser.click("#end-session-yes");

        browser.untilSays("#notices", "over already");
        page.untilRows(1);
    }

    @Test
    void pageHasNoAxeViolationInAnyLanguageLookAndWidth() {
        Company.Member member = Company.found("Places Ltd").coworker("Paula");
        SignInPage.signIn(anotherBrowser(), member.email());
        SignInPage.signIn(browser, member.email()).frame().choose("fr");
        SessionsPage page = SessionsPage.open(browser).untilRows(2);
        assertThat(browser.text("h1")).isEqualTo("Vos sessions");
        assertThat(page.rows().get(0)).contains("Chrome sur Linux", "Cet appareil", "à l’instant");
        Axe.check(browser);

        browser.prefer("dark");
        Axe.check(browser);
        browser.size(390, 844);
        Axe.check(browser);
        browser.click("#sessions-end-others");
        browser.see("#end-others[open]");
        Axe.check(browser);
    }
}

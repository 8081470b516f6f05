package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Everything without a mouse. */
class KeyboardBrowserIT extends BrowserIT {
    private static final String PASSWORD = "kestrel-lantern-meadow-9";

    @Test
    void wholeWayByKeyboardOnly() {
        Company company = Company.found("Keyboard Ltd");
        Company.Member inviter = company.coworker("Kim");
        String guest = Addresses.guest("karl");

        browser.go("/signin");
        browser.tabTo("signin-email").press(inviter.email());
        browser.tabTo("signin-password").press(password(), Keys.ENTER);
        browser.see("#profile");
        browser.tabTo("new-actions").press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-invite");
        browser.press(Keys.ARROW_RIGHT);
        browser.untilFocused("new-actions-by-email");
        browser.press(Keys.ENTER);
        browser.untilFocused("invite-by-email-to");
        browser.press(guest, Keys.ENTER);
        browser.untilSays("#invite-by-email-chips .chip:not(.pending)", guest);
        browser.tabTo("invite-by-email-send").press(Keys.ENTER);
        browser.see("#invite-by-email-result");
        browser.tabTo("invite-by-email-done").press(Keys.ENTER);
        browser.untilGone("#invite-by-email[open]");

        Mail mail = Postbox.untilMailArrives(guest);
        Browser invitee = anotherBrowser();
        JoinPage join = JoinPage.open(invitee, mail.token());
        invitee.tabTo("offer-accept").press(Keys.ENTER);
        join.untilStep("AGE");
        invitee.tabTo("sign-up-day").press("17");
        invitee.tabTo("sign-up-month").press("5");
        invitee.tabTo("sign-up-year").press("1990");
        invitee.tabTo("age-continue").press(Keys.ENTER);
        join.untilStep("ABOUT");
        invitee.tabTo("sign-up-first-name").press("Karl");
        invitee.tabTo("sign-up-last-name").press("Keys");
        invitee.tabTo("sign-up-password").press(PASSWORD);
        invitee.tabTo("sign-up-confirmation").press(PASSWORD);
        invitee.tabTo("about-continue").press(Keys.ENTER);
        join.untilStep("TERMS");
        invitee.tabTo("sign-up-agreed").press(Keys.SPACE);
        invitee.tabTo("terms-finish").press(Keys.ENTER);
        invitee.see("#profile");
        new ContactsPage(invitee).untilListed("Kim Tester");
    }

    @Test
    void escapeClosesAndGivesTheFocusBack() {
        Company company = Company.found("Escape Ltd");
        SignInPage.signIn(browser, company.coworker("Esk").email());

        browser.tabTo("new-actions").press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-invite");
        browser.press(Keys.ARROW_RIGHT);
        browser.untilFocused("new-actions-by-email");
        browser.press(Keys.ESCAPE);
        browser.untilFocused("new-actions-invite");
        browser.press(Keys.ESCAPE);
        browser.untilFocused("new-actions");
        assertThat(browser.sees("#new-actions-menu")).isFalse();

        browser.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ENTER);
        browser.untilFocused("invite-by-email-to");
        browser.press(Keys.ESCAPE);
        browser.untilGone("#invite-by-email[open]");
        browser.untilFocused("new-actions");
    }

    @Test
    void skipLinkLeadsToTheContent() {
        Company company = Company.found("Skip Ltd");
        SignInPage.signIn(browser, company.coworker("Skip").email());
        ContactsPage.open(browser);

        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);

        browser.untilFocused("content");
    }
}

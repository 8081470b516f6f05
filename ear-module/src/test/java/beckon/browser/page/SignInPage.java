package beckon.browser.page;

import beckon.browser.Browser;
import beckon.testing.TestServer;

/** The page {@code signin.xhtml}. */
public record SignInPage(Browser browser) {
    public static final String ERROR = "#error-summary";

    public static SignInPage open(Browser browser) {
        browser.go("/signin");
        return new SignInPage(browser);
    }

    /** Signs in with the demo password and lands on the contacts. */
    public static ContactsPage signIn(Browser browser, String email) {
        open(browser).send(email, TestServer.password());
        browser.see("#profile");
        return new ContactsPage(browser);
    }

    /** Fills in the form and sends it, whatever comes of it. */
    public SignInPage send(String email, String password) {
        browser.fill("#signin-email", email);
        browser.fill("#signin-password", password);
        browser.clickAndLoad("#signin-send");
        return this;
    }

    public String error() {
        return browser.text(ERROR);
    }
}

package beckon.browser.page;

import beckon.browser.Browser;
import java.time.LocalDate;

/** The page {@code join.xhtml}: from the mailed link to a member. */
public record JoinPage(Browser browser) {
    public static JoinPage open(Browser browser, String token) {
        browser.go("/join/" + token);
        browser.see("#sign-up");
        return new JoinPage(browser);
    }

    public JoinPage accept() {
        browser.click("#offer-accept");
        browser.see("#sign-up-form, #profile");
        return untilStep("AGE");
    }

    /** Gives a date of birth and goes on, whatever comes of it. */
    public JoinPage born(LocalDate date) {
        browser.fill("#sign-up-day", Integer.toString(date.getDayOfMonth()));
        browser.fill("#sign-up-month", Integer.toString(date.getMonthValue()));
        browser.fill("#sign-up-year", Integer.toString(date.getYear()));
        browser.click("#age-continue");
        return this;
    }

    public JoinPage oldEnough() {
        born(LocalDate.of(1990, 5, 17));
        return untilStep("ABOUT");
    }

    public JoinPage about(String first, String last, String password, String confirmation) {
        browser.fill("#sign-up-first-name", first);
        browser.fill("#sign-up-last-name", last);
        browser.fill("#sign-up-password", password);
        browser.fill("#sign-up-confirmation", confirmation);
        browser.click("#about-continue");
        return this;
    }

    public JoinPage about(String first, String last, String password) {
        about(first, last, password, password);
        return untilStep("TERMS");
    }

    /** Agrees, creates the account and is signed in. */
    public ContactsPage finish() {
        browser.click("#sign-up-agreed");
        browser.click("#terms-finish");
        browser.see("#profile");
        return new ContactsPage(browser);
    }

    /** Waits for a step of the wizard by its name. */
    public JoinPage untilStep(String step) {
        browser.see("#sign-up[data-step='" + step + "']");
        browser.until(
                "step " + step + " settled",
                d -> "complete".equals(browser.script("return document.readyState")));
        return this;
    }

    public String step() {
        return browser.see("#sign-up").getDomAttribute("data-step");
    }

    public String heading() {
        return browser.text("#sign-up h1");
    }

    public String errors() {
        return browser.text("#error-summary");
    }
}

package beckon.browser.page;

import beckon.browser.Browser;

/** The page {@code setup.xhtml}: the first account and its admin. */
public record SetUpPage(Browser browser) {
    /** Opens the link and names the company; then its admin is asked for. */
    public static SetUpPage open(Browser browser, String link, String company) {
        browser.go(link);
        browser.fill("#setup-account-name", company);
        browser.clickAndLoad("#setup-next");
        browser.see("#setup-email");
        return new SetUpPage(browser);
    }

    /** Fills in one field, {@code first-name} for example. */
    public SetUpPage with(String field, String value) {
        browser.fill("#setup-" + field, value);
        return this;
    }

    /** Sends the form and waits for what is wrong with it. */
    public SetUpPage sendInVain() {
        browser.clickAndLoad("#setup-send");
        browser.see("#error-summary");
        return this;
    }

    /** What stands beside a field. */
    public String error(String field) {
        return browser.text("#setup-" + field + "-error");
    }

    public boolean isWrong(String field) {
        return "true".equals(browser.see("#setup-" + field).getDomAttribute("aria-invalid"));
    }

    public String errors() {
        return browser.text("#error-summary");
    }
}

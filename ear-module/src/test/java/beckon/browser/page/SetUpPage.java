package beckon.browser.page;

import beckon.browser.Browser;

/** The page {@code setup.xhtml}: the first account and its admin. */
public record SetUpPage(Browser browser) {
    public static SetUpPage open(Browser browser, String link) {
        browser.go(link);
        browser.see("#setup-form");
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

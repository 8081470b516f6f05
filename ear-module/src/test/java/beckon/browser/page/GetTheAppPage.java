package beckon.browser.page;

import beckon.browser.Browser;
import beckon.testing.Database;

/** The page {@code get-the-app.xhtml}. */
public record GetTheAppPage(Browser browser) {
    /** Opens it as the first visitor of the day. */
    public static GetTheAppPage open(Browser browser) {
        Database.update("delete from rate_limit where bucket like 'app.%'");
        browser.go("/get-the-app");
        browser.see("#app-number");
        return new GetTheAppPage(browser);
    }

    /** So many more have asked within the hour than are granted without a puzzle. */
    public static void crowd(int wishes) {
        Database.update(
                "insert into rate_limit (bucket, window_end, used) values"
                        + " ('app.all.free', timestamp '2099-01-01 00:00:00', 60),"
                        + " ('app.all.crowd', timestamp '2099-01-01 00:00:00', "
                        + wishes
                        + ")");
    }

    /** The texts of the day are used up. */
    public static void useUp() {
        Database.update(
                "insert into rate_limit (bucket, window_end, used) values"
                        + " ('app.all.day:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',"
                        + " timestamp '2099-01-01 00:00:00', 1000000)");
    }

    public GetTheAppPage send(String number) {
        browser.fill("#app-number", number);
        browser.clickAndLoad("#app-send");
        return this;
    }

    public GetTheAppPage untilState(String state) {
        browser.see("#get-the-app[data-state='" + state + "']");
        return this;
    }

    public String sent() {
        return browser.text("#app-sent");
    }

    public String summary() {
        return browser.text("#error-summary");
    }

    public String fieldError() {
        return browser.text("#app-number-error");
    }
}

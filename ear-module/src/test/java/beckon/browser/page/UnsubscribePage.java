package beckon.browser.page;

import beckon.browser.Browser;

/** The page {@code unsubscribe.xhtml}. */
public record UnsubscribePage(Browser browser) {
    public static UnsubscribePage open(Browser browser, String path) {
        browser.go(path);
        browser.see("#unsubscribe");
        return new UnsubscribePage(browser);
    }

    public UnsubscribePage stop() {
        browser.click("#unsubscribe-stop");
        return untilState("STOPPED");
    }

    public UnsubscribePage allow() {
        browser.click("#unsubscribe-allow");
        return untilState("ALLOWED");
    }

    public UnsubscribePage untilState(String state) {
        browser.see("#unsubscribe[data-state='" + state + "']");
        return this;
    }

    public String heading() {
        return browser.text("#unsubscribe h1");
    }

    public String words() {
        return browser.text("#unsubscribe-words");
    }
}

package beckon.browser.page;

import beckon.browser.Browser;

/** The page {@code file.xhtml}. */
public record FilePage(Browser browser) {
    public static FilePage open(Browser browser, String token) {
        browser.go("/file/" + token);
        browser.see("#content h1");
        return new FilePage(browser);
    }

    public String heading() {
        return browser.text("#content h1");
    }

    public String name() {
        return browser.text("#file-name");
    }

    public String size() {
        return browser.text("#file-size");
    }

    public String from() {
        return browser.text("#file-from");
    }
}

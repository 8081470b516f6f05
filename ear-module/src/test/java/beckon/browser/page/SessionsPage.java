package beckon.browser.page;

import beckon.browser.Browser;
import java.util.List;

/** The page {@code person/sessions.xhtml}. */
public record SessionsPage(Browser browser) {
    /** Goes there by the profile menu. */
    public static SessionsPage open(Browser browser) {
        new Frame(browser).openProfile();
        browser.clickAndLoad("#your-sessions");
        browser.untilAt("/person/sessions");
        browser.see("#session-table");
        return new SessionsPage(browser);
    }

    public List<String> rows() {
        return browser.texts("#session-table tbody tr");
    }

    public SessionsPage untilRows(int count) {
        browser.until(count + " sessions", d -> rows().size() == count);
        return this;
    }
}

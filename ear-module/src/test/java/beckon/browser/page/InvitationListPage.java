package beckon.browser.page;

import beckon.browser.Browser;

/** The page {@code invitation/list.xhtml}. */
public record InvitationListPage(Browser browser) {
    public static InvitationListPage open(Browser browser) {
        browser.go("/invitation/list");
        browser.see("#invitation-list");
        return new InvitationListPage(browser);
    }

    /** Shows only what is to this recipient. */
    public InvitationListPage search(String recipient) {
        browser.go("/invitation/list?q=" + recipient);
        browser.untilSays("#invitation-list tbody tr", recipient);
        return this;
    }

    /** Waits until the row of somebody says this. */
    public InvitationListPage untilRowSays(String recipient, String words) {
        browser.until(
                "row of " + recipient + " says " + words,
                d ->
                        browser.texts("#invitation-list tbody tr").stream()
                                .anyMatch(row -> row.contains(recipient) && row.contains(words)));
        return this;
    }
}

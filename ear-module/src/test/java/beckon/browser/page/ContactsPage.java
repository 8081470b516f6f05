package beckon.browser.page;

import beckon.browser.Browser;
import java.util.List;

/** The pages of contacts: {@code index.xhtml} and {@code contact/*.xhtml}. */
public record ContactsPage(Browser browser) {
    public static ContactsPage open(Browser browser) {
        browser.go("/");
        browser.see("#contacts");
        return new ContactsPage(browser);
    }

    /** The frame around every page for members. */
    public Frame frame() {
        return new Frame(browser);
    }

    /** Types into the filter; the list answers a moment later. */
    public ContactsPage filter(String text) {
        browser.fill("#filter", text);
        return this;
    }

    /** Waits until somebody is in the list. */
    public ContactsPage untilListed(String name) {
        browser.untilSays("#contacts tbody tr", name);
        return this;
    }

    /** Waits until nobody of this name is in the list any more. */
    public ContactsPage untilGone(String name) {
        browser.until(
                "a list without " + name,
                d -> rows().stream().noneMatch(row -> row.contains(name)));
        return this;
    }

    /** Waits until only this many are in the list. */
    public ContactsPage untilCount(int count) {
        browser.until(
                count + " contacts", d -> browser.texts("#contacts tbody tr").size() == count);
        return this;
    }

    /** What each shown row says. */
    public List<String> rows() {
        return browser.texts("#contacts tbody tr");
    }

    /** What the row of somebody says. */
    public String row(String name) {
        untilListed(name);
        return rows().stream().filter(row -> row.contains(name)).findFirst().orElseThrow();
    }

    /** Opens the dialog by the envelope above the list. */
    public InviteByEmailPage inviteByEnvelope() {
        browser.click("#invite");
        browser.click("#invite-by-email-entry");
        return InviteByEmailPage.shownIn(browser);
    }

    /** Opens the dialog for texts by the envelope above the list. */
    public InviteByTextPage inviteByTextByEnvelope() {
        browser.click("#invite");
        browser.click("#invite-by-text-entry");
        return InviteByTextPage.shownIn(browser);
    }

    /** Opens somebody's card. */
    public ContactsPage openCard(String name) {
        untilListed(name);
        browser.driver().findElements(org.openqa.selenium.By.cssSelector(".row-name")).stream()
                .filter(button -> button.getText().contains(name))
                .findFirst()
                .orElseThrow()
                .click();
        browser.see("#contact-card[open] .facts");
        return this;
    }
}

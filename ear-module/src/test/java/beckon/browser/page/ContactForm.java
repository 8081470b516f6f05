package beckon.browser.page;

import beckon.browser.Browser;

/** The dialog for a personal contact: {@code dialogs/contact/edit.xhtml}. */
public record ContactForm(Browser browser) {
    /** Opens an empty one by New actions. */
    public static ContactForm openNew(Browser browser) {
        new Frame(browser).openNewActions();
        browser.click("#new-actions-contact");
        return shownIn(browser);
    }

    /** Opens the one of the contact whose card is shown. */
    public static ContactForm openFromCard(Browser browser) {
        browser.click("#contact-edit-open");
        return shownIn(browser);
    }

    static ContactForm shownIn(Browser browser) {
        browser.see("#contact-edit[open]");
        browser.untilFocused("contact-name");
        return new ContactForm(browser);
    }

    public ContactForm name(String name) {
        browser.fill("#contact-name", name);
        return this;
    }

    /** Fills a line for addresses, counted from 0, which is there or added. */
    public ContactForm email(int line, String address) {
        return fill("email", line, address);
    }

    /** Fills a line for numbers, counted from 0, which is there or added. */
    public ContactForm phone(int line, String number) {
        return fill("phone", line, number);
    }

    private ContactForm fill(String what, int line, String text) {
        String id = "contact-" + what + ":" + line + ":text";
        if (!browser.sees("[id='" + id + "']")) {
            browser.click("#contact-" + what + "-add");
            browser.untilFocused(id);
        }
        browser.fill("[id='" + id + "']", text);
        return this;
    }

    /** Saves, and waits until the dialog is gone. */
    public ContactsPage save() {
        browser.click("#contact-edit-save");
        browser.untilGone("#contact-edit[open]");
        return new ContactsPage(browser);
    }

    /** Saves what will not be accepted. */
    public ContactForm saveInVain() {
        browser.click("#contact-edit-save");
        browser.see("#contact-edit .alert.bad, #contact-edit .error");
        return this;
    }
}

package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.ContactsPage;
import beckon.browser.page.ShareLinkPage;

/** The dialog for sharing a link, and the list of links, in each of their states. */
record LinkDialog(Browser browser, Gallery gallery) {

    void sharing() {
        ContactsPage.open(browser);
        browser.click("#invite");
        browser.click("#invite-by-link-entry");
        ShareLinkPage dialog = ShareLinkPage.shownIn(browser);
        gallery.take("share-link");
        browser.click("#share-link-qr-show");
        gallery.take("share-link-qr");
        browser.click("#share-link-qr-show");
        dialog.settings();
        browser.fill("#share-link-domain", "nonsense");
        browser.click("#share-link-update");
        browser.see("#share-link-domain[aria-invalid='true']");
        gallery.take("share-link-settings-error");
        browser.fill("#share-link-domain", "");
        browser.fill("#share-link-uses", "25");
        browser.click("#share-link-update");
        browser.untilSays("#share-link-used", "25");
        gallery.take("share-link-changed");
        refuseClipboard();
        browser.click("#share-link-copy");
        browser.see("#share-link-copy-hint");
        gallery.take("share-link-not-copied");
        browser.click("#share-link-deactivate");
        gallery.take("share-link-deactivate");
        browser.click("#share-link-keep");
        browser.click("#share-link-done");
        list();
    }

    private void list() {
        browser.go("/invitation/links");
        browser.see("#link-table");
        gallery.take("links");
        browser.click("[data-deactivate-link]");
        gallery.take("links-deactivate");
        browser.click("#deactivate-link-yes");
        browser.untilGone("#deactivate-link[open]");
        browser.go("/invitation/links?of=everybody");
        browser.see("#link-table");
        gallery.take("links-everybodys");
    }

    private void refuseClipboard() {
        browser.script(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () =>"
                        + " Promise.reject(new Error('refused'))}, configurable: true});");
    }
}

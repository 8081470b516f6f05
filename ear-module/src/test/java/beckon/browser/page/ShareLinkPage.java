package beckon.browser.page;

import beckon.browser.Browser;
import java.util.List;
import java.util.Map;

/** The dialog {@code share-link.xhtml}. */
public record ShareLinkPage(Browser browser) {

    /** The dialog, once it shows a link. */
    public static ShareLinkPage shownIn(Browser browser) {
        browser.see("#share-link[open] #share-link-url");
        browser.untilFocused("share-link-url");
        return new ShareLinkPage(browser);
    }

    /** Opens it by New actions. */
    public static ShareLinkPage byNewActions(Browser browser) {
        browser.click("#new-actions");
        browser.click("#new-actions-invite");
        browser.click("#new-actions-by-link");
        return shownIn(browser);
    }

    /** Opens it by the envelope above the contacts. */
    public static ShareLinkPage byEnvelope(Browser browser) {
        browser.click("#invite");
        browser.click("#invite-by-link-entry");
        return shownIn(browser);
    }

    public String url() {
        return browser.value("#share-link-url");
    }

    public String token() {
        return url().substring(url().lastIndexOf('/') + 1);
    }

    /** Copies the link and reads the clipboard. */
    public String copied() {
        allowClipboard(browser);
        browser.click("#share-link-copy");
        browser.see("#share-link-copy .pi-check");
        return clipboard(browser);
    }

    public ShareLinkPage settings() {
        if (!browser.sees("#share-link-settings[open]")) {
            browser.click("#share-link-settings summary");
        }
        browser.see("#share-link-uses");
        return this;
    }

    public ShareLinkPage deactivate() {
        browser.click("#share-link-deactivate");
        browser.click("#share-link-deactivate-yes");
        browser.see("#share-link-gone");
        return this;
    }

    public static void allowClipboard(Browser browser) {
        browser.cdp(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    /** What is in the browser's clipboard. */
    public static String clipboard(Browser browser) {
        return (String)
                browser.asyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "navigator.clipboard.readText().then(done, e => done('' + e));");
    }
}

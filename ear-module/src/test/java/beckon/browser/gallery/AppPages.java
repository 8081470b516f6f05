package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.FilePage;
import beckon.browser.page.GetTheAppPage;
import beckon.testing.Attached;

/** What a phone's owner sees: "Get the app", and a file that came with a text. */
record AppPages(Browser browser, Gallery gallery) {
    private static final String NUMBER = "+33 6 46 00 00 00";

    void getTheApp() {
        GetTheAppPage page = GetTheAppPage.open(browser);
        gallery.take("get-the-app");
        page.send("hello");
        gallery.take("get-the-app-error");
        page.send(NUMBER).untilState("SENT");
        gallery.take("get-the-app-sent");
        browser.clickAndLoad("#app-again");
        page.send(NUMBER);
        gallery.take("get-the-app-minute");
        page = GetTheAppPage.open(browser);
        GetTheAppPage.useUp();
        page.send(NUMBER);
        gallery.take("get-the-app-not-sent");
        puzzle();
    }

    /** In a large crowd, so that one can look before it is solved. */
    private void puzzle() {
        GetTheAppPage page = GetTheAppPage.open(browser);
        GetTheAppPage.crowd(100_000);
        page.send(NUMBER).untilState("PUZZLE");
        gallery.takeAsItIs("get-the-app-puzzle");
    }

    void files() {
        FilePage.open(browser, Attached.file("Programme de la journée.pdf", "PDF", 1_240_000));
        gallery.take("file");
        FilePage.open(browser, "unknown");
        gallery.take("file-gone");
    }
}

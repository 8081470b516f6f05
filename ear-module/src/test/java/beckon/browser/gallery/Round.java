package beckon.browser.gallery;

import beckon.browser.Browser;
import java.io.IOException;

/** One walk through all of Beckon, with one screen, one theme and one language. */
public record Round(Browser browser, String variant, String language) {

    /** Takes every picture. */
    public void walk() {
        Gallery gallery = new Gallery(browser, variant);
        PublicPages everybody = new PublicPages(browser, gallery, language);
        everybody.signIn();
        everybody.setUp();
        everybody.join();
        everybody.joinByLink();
        everybody.closedLinks();
        everybody.unsubscribe();
        AppPages app = new AppPages(browser, gallery);
        app.getTheApp();
        app.files();
        MemberPages members = new MemberPages(browser, gallery, language);
        members.contacts();
        members.frame();
        InviteDialog dialog = new InviteDialog(browser, gallery);
        dialog.inviting();
        dialog.tooMany();
        dialog.draft();
        new TextDialog(browser, gallery).inviting();
        new LinkDialog(browser, gallery).sharing();
        members.invitations();
        members.policies();
        members.sessions();
        everybody.postbox();
        members.switchedOff();
    }

    /** Writes the page on which the pictures of all rounds are seen. */
    public static void hang() throws IOException {
        Gallery.hang();
    }
}

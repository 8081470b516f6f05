package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.InviteByEmailPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import java.util.Map;
import java.util.stream.IntStream;

/** The dialog for inviting by e-mail in each of its states. */
record InviteDialog(Browser browser, Gallery gallery) {

    void inviting() {
        InviteByEmailPage dialog = ContactsPage.open(browser).frame().inviteByEmail();
        gallery.take("invite-empty");
        browser.click("#invite-by-email-send");
        browser.see(InviteByEmailPage.PROBLEM);
        gallery.take("invite-nobody");
        String open = Addresses.guest("open");
        Api.as("anna@acme.example").invite(open);
        dialog.add(
                        Addresses.coworker("hugo.lindqvist"),
                        Addresses.guest("marie.curie"),
                        "not-an-address",
                        "ben@acme.example",
                        open)
                .untilChips(5);
        browser.fill("#invite-by-email-message", "Bonjour, looking forward to working with you!");
        browser.choose("#invite-by-email-language", "fr");
        browser.untilQuiet();
        gallery.take("invite-filled");
        preview();
        browser.click("#invite-by-email-cancel");
        browser.see("#invite-by-email-discard");
        gallery.take("invite-discard");
        browser.click("#invite-by-email-discard-no");
        offline(true);
        browser.click("#invite-by-email-send");
        browser.see("#invite-by-email-failed");
        gallery.take("invite-offline");
        offline(false);
        dialog.send();
        gallery.take("invite-results");
        dialog.done();
    }

    private void preview() {
        browser.click("#invite-by-email-preview-open");
        browser.see("#invite-by-email-preview");
        gallery.take("invite-preview");
        browser.click("#invite-by-email-as-text");
        gallery.take("invite-preview-text");
        browser.click("#invite-by-email-preview-back");
    }

    /** As many as are allowed, and one more. */
    void tooMany() {
        InviteByEmailPage dialog = ContactsPage.open(browser).frame().inviteByEmail();
        String[] twenty =
                IntStream.range(0, 20)
                        .mapToObj(i -> Addresses.guest("guest" + i))
                        .toArray(String[]::new);
        dialog.add(String.join(", ", twenty)).untilChips(20);
        gallery.take("invite-twenty");
        dialog.add("one.more@studio.example");
        browser.see(InviteByEmailPage.PROBLEM);
        gallery.take("invite-twenty-one");
        browser.fill(InviteByEmailPage.TO, "");
        dialog.send();
        gallery.take("invite-results-all-good");
        dialog.done();
    }

    /** What is left of an invitation whose page went away. */
    void draft() {
        InviteByEmailPage dialog = ContactsPage.open(browser).frame().inviteByEmail();
        dialog.add(Addresses.guest("not.sent.yet")).untilChips(1);
        browser.go("/invitation/list");
        browser.see("#invite-by-email-draft-hint");
        gallery.take("invite-draft-hint");
        new Frame(browser).openNewActions();
        browser.click("#new-actions-invite");
        browser.see("#new-actions-by-email .draft");
        gallery.take("new-actions-draft");
        browser.click("#new-actions-by-email");
        dialog.untilChips(1);
        gallery.take("invite-restored");
        browser.click("#invite-by-email-cancel");
        browser.click("#invite-by-email-discard-yes");
    }

    private void offline(boolean offline) {
        browser.cdp(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        offline,
                        "latency",
                        0,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1));
    }
}

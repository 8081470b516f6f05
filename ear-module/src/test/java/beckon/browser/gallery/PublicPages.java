package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.Frame;
import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.browser.page.UnsubscribePage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Http;
import beckon.testing.Postbox;
import beckon.testing.SetUpLink;
import java.time.LocalDate;
import java.util.Map;

/** What people see who are not signed in: sign-in, set-up, joining, documents, closed doors. */
record PublicPages(Browser browser, Gallery gallery, String language) {
    private static final String PASSWORD = "kestrel-lantern-meadow-9";

    void signIn() {
        SignInPage page = SignInPage.open(browser);
        gallery.take("sign-in");
        page.send(Addresses.coworker("nobody"), "wrong password");
        gallery.take("sign-in-refused");
        for (String document :
                new String[] {"terms-of-service", "privacy-notice", "acceptable-use-policy"}) {
            browser.go("/terms/" + document);
            gallery.take("document-" + document);
        }
    }

    /** The page behind the link that the first start prints, and the same without such a link. */
    void setUp() {
        String link = SetUpLink.open();
        browser.go(link);
        gallery.take("set-up");
        browser.fill("#setup-account-name", "Fabrikam");
        browser.clickAndLoad("#setup-next");
        browser.see("#setup-email");
        gallery.take("set-up-admin");
        browser.fill("#setup-email", "ada@fabrikam.example");
        browser.clickAndLoad("#setup-send");
        browser.see("#error-summary");
        gallery.take("set-up-error");
        SetUpLink.close();
        browser.go(link);
        gallery.take("set-up-closed");
    }

    void join() {
        Company elsewhere = Company.found("Elsewhere Ltd");
        JoinPage.open(browser, invite(elsewhere.coworker("Olga").email()));
        gallery.take("join-1-offer-known");
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("gerda")));
        gallery.take("join-1-offer");
        browser.click("#offer-decline");
        join.untilStep("DECLINE");
        gallery.take("join-1-decline");
        browser.click("#decline-back");
        join.untilStep("OFFER").accept();
        gallery.take("join-2-age");
        browser.click("#age-continue");
        browser.see("#error-summary");
        gallery.take("join-2-age-error");
        join.oldEnough();
        gallery.take("join-3-about");
        join.about("Gerda", "", "short", "shorter");
        browser.see("#error-summary");
        gallery.take("join-3-about-error");
        browser.fill("#sign-up-last-name", "Guestova");
        browser.fill("#sign-up-password", PASSWORD);
        browser.untilQuiet();
        browser.fill("#sign-up-confirmation", PASSWORD);
        browser.see("#sign-up-strength .on");
        gallery.take("join-3-about-filled");
        browser.click("#about-continue");
        join.untilStep("TERMS");
        gallery.take("join-4-terms");
        browser.click("#terms-finish");
        browser.see("#error-summary");
        gallery.take("join-4-terms-error");
        join.finish();
        gallery.take("join-5-welcome");
        browser.go("/contact/personal");
        gallery.take("contacts-personal-empty");
        JoinPage.open(browser, invite(Addresses.guest("somebody.else")));
        gallery.take("join-somebody-else");
        browser.go("/");
        new Frame(browser).signOut();
    }

    /** What whoever comes by a shared link sees, up to the mail that confirms their address. */
    void joinByLink() {
        Http.Answer made = Api.as("ben@acme.example").post("/links", "{\"maxUses\": 2}");
        String url = made.object().getString("url");
        String token = url.substring(url.lastIndexOf('/') + 1);
        JoinPage join = JoinPage.open(browser, token);
        gallery.take("join-link");
        browser.fill("#confirm-address", "not an address");
        browser.click("#offer-accept");
        browser.see("#error-summary");
        gallery.take("join-link-error");
        String guest = Addresses.guest("lina");
        browser.fill("#confirm-address", guest);
        browser.click("#offer-accept");
        join.untilStep("SENT");
        gallery.take("join-link-sent");
        JoinPage.open(browser, Postbox.untilMailArrives(guest).token());
        gallery.take("join-link-confirmed");
        Database.update(
                "update confirmation set expires_at = cast('2020-01-01 00:00:00' as timestamp)"
                        + " where email = ?",
                guest);
        browser.reload();
        join.untilStep("CLOSED");
        gallery.take("join-link-late");
        Database.update(
                "update invitation_link set uses = 2 where handle = cast(? as uuid)",
                made.object().getString("id"));
        JoinPage.open(browser, token).untilStep("CLOSED");
        gallery.take("join-link-used-up");
    }

    /** What whoever holds another's invitation, or comes too late, sees on the way to their own. */
    void askForOnesOwn() {
        String bob = Addresses.guest("bob");
        String token = invite(bob);
        JoinPage join = JoinPage.open(browser, token);
        browser.click("#ask-open");
        browser.see("#ask-name");
        gallery.take("join-ask");
        browser.fill("#ask-address", "not an address");
        browser.click("#ask-send");
        browser.see("#error-summary");
        gallery.take("join-ask-error");
        browser.fill("#ask-name", "Sam Sun");
        browser.fill("#ask-address", Addresses.guest("sam"));
        browser.click("#ask-send");
        join.untilStep("ASKED");
        gallery.take("join-asked");
        Database.update(
                "update invitation set expires_at = cast('2020-01-01 00:00:00' as timestamp)"
                        + " where recipient = ?",
                bob);
        JoinPage.open(browser, token);
        browser.click("#ask-open");
        browser.see("#ask-name");
        gallery.take("join-ask-expired");
    }

    /** Links behind which nothing can be accepted, each for its own reason. */
    void closedLinks() {
        JoinPage young = JoinPage.open(browser, invite(Addresses.guest("young")));
        young.accept().born(LocalDate.now().minusYears(12)).untilStep("TOO_YOUNG");
        gallery.take("join-too-young");
        browser.cdp("Network.clearBrowserCookies", Map.of());
        JoinPage declined = JoinPage.open(browser, invite(Addresses.guest("no.thanks")));
        browser.click("#offer-decline");
        declined.untilStep("DECLINE");
        browser.click("#decline-confirm");
        declined.untilStep("DECLINED");
        gallery.take("join-declined");
        closed("revoked", "state = 'REVOKED', open_key = null, settled_at = created_at");
        closed("used", "state = 'ACCEPTED', open_key = null, settled_at = created_at");
        closed("expired", "expires_at = cast('2020-01-01 00:00:00' as timestamp)");
        JoinPage.open(browser, "A".repeat(43));
        gallery.take("join-unknown");
    }

    void unsubscribe() {
        String guest = Addresses.guest("enough");
        invite(guest);
        UnsubscribePage page =
                UnsubscribePage.open(browser, Postbox.untilMailArrives(guest).unsubscribePath());
        gallery.take("unsubscribe");
        page.stop();
        gallery.take("unsubscribe-stopped");
        page.allow();
        gallery.take("unsubscribe-allowed");
        UnsubscribePage.open(browser, "/unsubscribe/nothing");
        gallery.take("unsubscribe-unknown");
    }

    /** Who wants to be forgotten: what it means, then done, for good. */
    void erase() {
        String guest = Addresses.guest("forget");
        invite(guest);
        String path = Postbox.untilMailArrives(guest).unsubscribePath();
        UnsubscribePage page = UnsubscribePage.open(browser, path);
        browser.click("#unsubscribe-erase-more");
        browser.see("#unsubscribe-erase");
        gallery.take("erase");
        browser.click("#unsubscribe-erase");
        page.untilState("ERASED");
        gallery.take("erase-done");
        UnsubscribePage.open(browser, path);
        gallery.take("erase-link-again");
    }

    void postbox() {
        browser.go("/postbox/");
        browser.see("#list button, #nothing");
        gallery.take("postbox");
        browser.click("#list button");
        browser.see("#shown");
        browser.untilFrameSays("#panel-html iframe", "Beckon");
        gallery.take("postbox-mail");
        browser.fill("#search", "nobody-at-all");
        browser.see("#nothing");
        gallery.take("postbox-none-found");
    }

    private void closed(String state, String change) {
        String recipient = Addresses.guest("late");
        String token = invite(recipient);
        Database.update("update invitation set " + change + " where recipient = ?", recipient);
        JoinPage.open(browser, token);
        gallery.take("join-" + state);
    }

    private String invite(String email) {
        Http.Answer answer =
                Api.as("ben@acme.example")
                        .post(
                                "/invitations",
                                "{\"emails\": [\""
                                        + email
                                        + "\"], \"language\": \""
                                        + language
                                        + "\"}");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return Postbox.untilMailArrives(email).token();
    }
}

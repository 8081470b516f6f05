package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Asking for an invitation of one's own, from the forwarded link to the mail that answers. */
class RequestBrowserIT extends BrowserIT {
    private final Company company = Company.found("Passed On Ltd");
    private final Company.Member ben = company.coworker("Ben");
    private final String bob = Addresses.guest("bob");
    private final String sam = Addresses.guest("sam");

    private String invite() {
        Api.as(ben.email()).invite(bob);
        return Postbox.untilMailArrives(bob).token();
    }

    private void expire() {
        Database.update(
                "update invitation set expires_at = cast('2020-01-01 00:00:00' as timestamp)"
                        + " where recipient = ?",
                bob);
    }

    private void ask(Browser visitor, String name, String address) {
        visitor.fill("#ask-name", name);
        visitor.fill("#ask-address", address);
        visitor.click("#ask-send");
    }

    @Test
    void fromAForwardedLinkToAnInvitationOfOnesOwn() {
        String name = "Sam \"><img src=x> #{7*7}";
        Browser visitor = anotherBrowser();
        JoinPage join = JoinPage.open(visitor, invite());
        assertThat(visitor.sees("#ask-name")).isFalse();
        visitor.click("#ask-open");
        visitor.see("#ask-name");
        Axe.check(visitor);
        assertThat(visitor.text("#ask")).contains(bob.substring(bob.indexOf('@'))).contains("Ben");
        ask(visitor, name, "sam@");
        visitor.see("#error-summary");
        assertThat(visitor.value("#ask-name")).isEqualTo(name);
        Axe.check(visitor);
        visitor.fill("#ask-address", sam);
        visitor.press(Keys.ENTER);
        join.untilStep("ASKED");
        assertThat(visitor.text("#sign-up")).contains("We have told Ben Tester");
        Axe.check(visitor);

        Mail question = Postbox.untilMailArrives(ben.email());
        assertThat(question.subject()).contains("asks you for an invitation to Passed On Ltd");
        assertThat(question.html()).contains("&lt;img src=x&gt; #{7*7}").doesNotContain("<img");
        assertThat(question.text()).contains("/invitation/requests").doesNotContain("/join/");
        SignInPage.signIn(browser, ben.email());
        browser.go("/invitation/list");
        browser.untilSays("#section-requests-count", "1");
        browser.click("#section-requests");
        browser.untilSays("#request-table tbody tr", sam.substring(0, sam.indexOf('@')));
        assertThat(browser.text("#request-table tbody tr")).contains(name).contains(bob);
        Axe.check(browser);
        browser.click("[data-approve-request]");
        browser.untilSays("#notices", sam + " is invited");
        browser.see("#request-empty");
        assertThat(browser.sees("#section-requests-count")).isFalse();
        browser.untilFocused("content");
        Axe.check(browser);
        Mail invitation = Postbox.untilMailArrives(sam);
        assertThat(invitation.subject())
                .isEqualTo("Ben Tester invites you to join Passed On Ltd on Beckon");
        JoinPage.open(visitor, invitation.token()).accept();
    }

    @Test
    void expiredLinkLeadsToANewOneAndTellsNothing() {
        String token = invite();
        expire();
        Browser visitor = anotherBrowser();
        JoinPage join = JoinPage.open(visitor, token).untilStep("CLOSED");
        assertThat(visitor.text("#ask-open")).isEqualTo("Ask for a new one");
        visitor.click("#ask-open");
        visitor.see("#ask-name");
        assertThat(visitor.text("main")).doesNotContain("Ben", "Passed On", bob);
        ask(visitor, "Bob", bob);
        join.untilStep("ASKED");
        assertThat(visitor.text("main")).doesNotContain("Ben", "Passed On", bob);
        Axe.check(visitor);
        SignInPage.signIn(browser, ben.email());
        browser.go("/invitation/requests");
        browser.click("[data-approve-request]");
        browser.untilSays("#notices", bob + " is invited");
        JoinPage.open(visitor, Postbox.untilMailsArrive(bob, 2).get(0).token());
    }

    @Test
    void whoIsAskedMayDeclineInFrenchOnAPhone() {
        String token = invite();
        Browser visitor = anotherBrowser().size(390, 844).speak("fr");
        JoinPage join = JoinPage.open(visitor, token);
        visitor.click("#language-form input[lang='fr']");
        visitor.untilSays("#ask-open", "Demandez la vôtre");
        visitor.click("#ask-open");
        visitor.see("#ask-name");
        Axe.check(visitor);
        assertThat(visitor.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
        ask(visitor, "Sam", sam);
        join.untilStep("ASKED");
        SignInPage.signIn(browser.size(390, 844), ben.email());
        Database.update("update person set language = 'fr' where email = ?", ben.email());
        browser.go("/invitation/requests");
        browser.see("[data-decline-request]");
        assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
        Axe.check(browser);
        browser.click("[data-decline-request]");
        browser.see("#request-empty");
        assertThat(Postbox.mailsTo(sam)).isEmpty();
    }

    @Test
    void whoeverIsSomebodyElseIsKnownByNameAndAddress() {
        String token = invite();
        Company.Member olga = Company.found("Elsewhere Ltd").coworker("Olga");
        SignInPage.signIn(browser, olga.email());
        JoinPage.open(browser, token);
        browser.click("#ask-open");
        browser.see("#ask-name");
        assertThat(browser.value("#ask-name")).isEqualTo("Olga Tester");
        assertThat(browser.value("#ask-address")).isEqualTo(olga.email());
    }

    @Test
    void limitIsSaidCalmlyAndWhatWasAnsweredMeanwhileToo() {
        String token = invite();
        Browser visitor = anotherBrowser();
        for (int i = 0; i < 3; i++) {
            JoinPage join = JoinPage.open(visitor, token);
            visitor.click("#ask-open");
            ask(visitor, "Sam", Addresses.guest("sam" + i));
            join.untilStep("ASKED");
        }
        JoinPage.open(visitor, token);
        visitor.click("#ask-open");
        ask(visitor, "Sam", sam);
        visitor.untilSays("#error-summary", "Try again tomorrow");
        SignInPage.signIn(browser, ben.email());
        browser.go("/invitation/requests");
        browser.see("[data-approve-request]");
        Database.update(
                "update invitation_request set settled_at = created_at, outcome = 'DECLINED',"
                        + " open_key = null where account_id = cast(? as bigint)",
                company.id());
        browser.click("[data-approve-request]");
        browser.untilSays("#notices", "answered already");
    }
}

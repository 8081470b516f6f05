package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.InvitationListPage;
import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page {@code invitation/list.xhtml}. */
class InvitationListBrowserIT extends BrowserIT {

    @AfterEach
    void mailServerIsUp() {
        Postbox.behave("ok");
    }

    @Test
    void emptyAndFilledListHaveNoAxeViolation() {
        Company company = Company.found("Lists Ltd");
        Company.Member admin = company.admin("Lisa");
        SignInPage.signIn(browser, admin.email());
        InvitationListPage list = InvitationListPage.open(browser);
        browser.see("#invitation-empty");
        Axe.check(browser);

        Api.as(admin.email()).inviteAndAwaitMail(Addresses.guest("listed"));
        browser.reload();
        browser.untilSays("#invitation-table", "Sent");
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        browser.size(390, 844);
        Axe.check(browser);
        assertThat(list.browser()).isSameAs(browser);
    }

    @Test
    void listTellsWhatBecameOfEachMail() {
        Company company = Company.found("Truth Ltd");
        Company.Member member = company.coworker("Trudy");
        Api api = Api.as(member.email());
        SignInPage.signIn(browser, member.email());
        String sent = Addresses.guest("sent");
        api.inviteAndAwaitMail(sent);
        Postbox.behave("reject:550");
        String failed = Addresses.guest("failed");
        api.invite(failed);

        InvitationListPage.open(browser)
                .untilRowSays(sent, "Sent")
                .untilRowSays(failed, "Failed")
                .untilRowSays(failed, "no such mailbox");
    }

    @Test
    void resendingMakesANewLinkAndKillsTheOld() {
        Company company = Company.found("Resend Ltd");
        Company.Member member = company.coworker("Resi");
        String guest = Addresses.guest("resent");
        String old = Api.as(member.email()).inviteAndAwaitMail(guest).token();
        SignInPage.signIn(browser, member.email());
        InvitationListPage.open(browser).untilRowSays(guest, "Pending");

        browser.click("[data-resend]");

        browser.untilSays("#notices", guest);
        List<Mail> mails = Postbox.untilMailsArrive(guest, 2);
        String fresh =
                mails.stream().map(Mail::token).filter(t -> !t.equals(old)).findFirst().get();
        Browser invitee = anotherBrowser().expectStatus(404, 410);
        assertThat(JoinPage.open(invitee, old).step()).isEqualTo("CLOSED");
        assertThat(JoinPage.open(invitee, fresh).step()).isEqualTo("OFFER");
    }

    @Test
    void revokingIsAskedWithTheAddressAndKillsTheLink() {
        Company company = Company.found("Revoke Ltd");
        Company.Member member = company.coworker("Revi");
        String guest = Addresses.guest("revoked");
        String token = Api.as(member.email()).inviteAndAwaitMail(guest).token();
        SignInPage.signIn(browser, member.email());
        InvitationListPage list = InvitationListPage.open(browser).untilRowSays(guest, "Pending");

        browser.click("[data-revoke]");
        assertThat(browser.text("#revoke-invitation-question")).contains(guest);
        Axe.check(browser);
        browser.click("#revoke-invitation-no");
        list.untilRowSays(guest, "Pending");
        browser.click("[data-revoke]");
        browser.click("#revoke-invitation-yes");

        list.untilRowSays(guest, "Revoked");
        Browser invitee = anotherBrowser().expectStatus(404, 410);
        assertThat(JoinPage.open(invitee, token).heading()).contains("withdrawn");
    }

    @Test
    void othersInvitationsAreSeenByAdminsOnly() {
        Company company = Company.found("Whose Ltd");
        Company.Member coworker = company.coworker("Cass");
        Company.Member other = company.coworker("Colm");
        String guest = Addresses.guest("whose");
        Api.as(coworker.email()).invite(guest);

        SignInPage.signIn(browser, other.email());
        InvitationListPage.open(browser);
        browser.see("#invitation-empty");
        assertThat(browser.sees("#invitation-everybodys")).isFalse();
        browser.go("/invitation/list?of=all");
        browser.see("#invitation-list");
        assertThat(browser.text("main")).doesNotContain(guest);

        Browser second = anotherBrowser();
        SignInPage.signIn(second, company.admin("Adda").email());
        InvitationListPage.open(second);
        second.clickAndLoad("#invitation-everybodys");
        second.untilSays("#invitation-table", guest);
    }

    @Test
    void whoMayNotInviteReadsWhyAndWhomToAsk() {
        Company company = Company.found("No Inviting Ltd");
        company.admin("Adelheid");
        company.letInvite("ADMINS");
        SignInPage.signIn(browser, company.coworker("Cosmo").email());

        InvitationListPage.open(browser);

        browser.untilSays("#invitation-switched-off", "Adelheid Tester");
        Axe.check(browser);
    }

    @Test
    void searchAndFilterNarrowTheList() {
        Company company = Company.found("Narrow Ltd");
        Company.Member member = company.coworker("Nara");
        String one = Addresses.guest("apple");
        String two = Addresses.guest("banana");
        Api.as(member.email()).invite(one, two);
        SignInPage.signIn(browser, member.email());
        InvitationListPage.open(browser).untilRowSays(one, "Pending");

        browser.fill("#invitation-search", "banana");
        browser.until("one row", d -> browser.texts("#invitation-table tbody tr").size() == 1);
        browser.untilSays("#invitation-table", two);

        browser.go("/invitation/list");
        browser.clickAndLoad("[data-state='ACCEPTED']");
        browser.see("#invitation-empty");
    }
}

package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.Frame;
import beckon.browser.page.InvitationListPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;

/** What waits for an admin's word: as whoever invites sees it, and as the admin does. */
record ApprovalPages(Browser browser, Gallery gallery, MemberPages members) {
    private static final String LIST = "/admin/approvals";

    void approvals() {
        Company company = Company.found("Woodgrove Bank");
        Company.Member admin = company.admin("Wilma");
        Company.Member asking = company.coworker("Wendelin");
        members.signIn(admin.email());
        browser.go(LIST);
        browser.see("#approval-empty");
        gallery.take("approvals-none");
        company.letWait("EVERYONE");
        Api.as(asking.email())
                .invite(
                        Addresses.guest("a.very.long.name.that.hardly.fits.anywhere"),
                        company.address("clara"),
                        Addresses.guest("gil"));
        browser.go(LIST);
        browser.see("#approval-table");
        gallery.take("approvals");
        answer(company);
        ask(asking);
    }

    /** What the admin reads after each answer, always to the newest. */
    private void answer(Company company) {
        browser.click("[data-approve-invitation]");
        browser.see("#notices .notice.good");
        gallery.take("approvals-approved");
        browser.go(LIST);
        browser.click("[data-reject-invitation]");
        browser.see("#notices .notice.good");
        gallery.take("approvals-rejected");
        browser.go(LIST);
        deny(company, browser.text("#approval-table bdi"));
        browser.click("[data-approve-invitation]");
        browser.see("#notices .notice.bad");
        gallery.take("approvals-refused");
    }

    /** Says that nobody may be invited at an address that waits already. */
    private static void deny(Company company, String recipient) {
        Database.update(
                "update invitation_policy set denied_recipients = ?, version = version + 1"
                        + " where account_id = cast(? as bigint)",
                recipient,
                company.id());
    }

    private void ask(Company.Member asking) {
        new Frame(browser).signOut();
        members.signIn(asking.email());
        new Frame(browser).inviteByEmail().add(Addresses.guest("gwen")).untilChips(1);
        gallery.take("approvals-asking");
        browser.click("#invite-by-email-send");
        browser.see("#invite-by-email-result");
        gallery.take("approvals-asked");
        InvitationListPage.open(browser);
        gallery.take("approvals-own");
    }
}

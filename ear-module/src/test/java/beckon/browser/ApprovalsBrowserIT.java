package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.Frame;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Postbox;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page {@code admin/approvals.xhtml}. */
class ApprovalsBrowserIT extends BrowserIT {
    private static final String GOOD_NEWS = "#notices .notice.good";

    @Test
    void invitationWaitsUntilAnAdminApprovesItAndItsInviterIsTold() {
        Company company = Company.found("Careful Ltd");
        Company.Member coworker = company.coworker("Cora");
        String guest = Addresses.guest("gale");
        SignInPage.signIn(browser, company.admin("Abel").email());
        browser.go("/admin/policies");
        browser.click("input[name='policy-approval'][value='GUESTS']");
        browser.click("#policy-save");
        browser.see(GOOD_NEWS);

        Browser second = anotherBrowser();
        SignInPage.signIn(second, coworker.email());
        assertThat(new Frame(second).inviteByEmail().add(guest).untilChips(1).chips())
                .singleElement()
                .asString()
                .contains("needs approval");
        second.click("#invite-by-email-send");
        second.untilSays("#invite-by-email-result", "waits until an admin approves it");
        Axe.check(second);
        second.go("/invitation/list");
        second.untilSays("main", "Waiting for approval");
        Axe.check(second);

        browser.go("/admin/approvals");
        assertThat(browser.text("#approval-table")).contains(guest).contains("Cora");
        assertThat(browser.text("#admin-approvals-count")).startsWith("1");
        Axe.check(browser);
        browser.see("[data-approve-invitation]").sendKeys(Keys.ENTER);
        browser.see(GOOD_NEWS);
        browser.see("#approval-empty");
        Axe.check(browser);

        assertThat(Postbox.untilMailArrives(guest).subject()).contains("Cora");
        assertThat(Postbox.untilMailArrives(coworker.email()).subject()).contains("approved");
    }

    @Test
    void invitationThatIsNotApprovedIsNeverSent() {
        Company company = Company.found("Prudent Ltd");
        company.letWait("EVERYONE");
        Company.Member coworker = company.coworker("Cleo");
        String guest = Addresses.guest("gwen");
        beckon.testing.Api.as(coworker.email()).invite(guest);
        SignInPage.signIn(browser, company.admin("Aline").email());
        new Frame(browser).choose("fr");
        browser.go("/admin/approvals");
        Axe.check(browser);

        browser.click("[data-reject-invitation]");
        browser.untilSays("#notices", "ne sera pas envoy");

        assertThat(Postbox.untilMailArrives(coworker.email()).subject()).contains("not approved");
    }
}

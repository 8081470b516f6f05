package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.PeoplePage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The pages {@code admin/people.xhtml} and {@code admin/licences.xhtml}. */
class PeopleBrowserIT extends BrowserIT {

    @Test
    void peopleAreSearchedAndFiltered() {
        Company company = Company.found("Roster Ltd");
        company.coworker("Carl");
        company.guest("Gert");
        PeoplePage page = open(company.admin("Ada"));

        page.untilListed("Ada Tester", "Carl Tester", "Gert Tester");
        assertThat(browser.texts("#people-figures dd")).containsExactly("3", "1", "1", "0");
        browser.clickAndLoad("[data-kind='GUEST']");
        page.untilListed("Gert Tester");
        browser.clickAndLoad("#people-all");
        browser.fill("#people-search", "car");
        browser.press(Keys.ENTER);
        page.untilListed("Carl Tester");
        browser.go("/admin/people?q=nobody-at-all");
        browser.see("#people-empty");
        Axe.check(browser);
    }

    @Test
    void deactivatedMemberIsOutAtTheirNextClickAndCanComeBack() {
        Company company = Company.found("Out Ltd");
        Company.Member carl = company.coworker("Carl");
        Browser theirs = anotherBrowser();
        SignInPage.signIn(theirs, carl.email());
        Api.as(carl.email()).invite(Addresses.guest("zoe"));
        PeoplePage page = open(company.admin("Ada"));

        page.manage("Carl Tester");
        browser.click("#member-deactivate");
        assertThat(browser.text("#deactivate-member-question"))
                .isEqualTo("Deactivate Carl Tester?");
        Axe.check(browser);
        browser.click("#deactivate-member-yes");

        browser.untilSays("#notices", "Carl Tester is deactivated");
        page.untilListed("Ada Tester");
        theirs.clickAndLoad("#rail-invitations");
        theirs.untilAt("/signin");
        assertThat(Api.as(carl.email()).get("/contacts").status()).isEqualTo(401);
        assertThat(stateOf(carl)).isEqualTo("REVOKED");
        browser.clickAndLoad("#people-deactivated");
        page.untilListed("Carl Tester").manage("Carl Tester");
        Axe.check(browser);
        browser.click("#member-reactivate");
        browser.untilSays("#notices", "can sign in again");
        SignInPage.signIn(anotherBrowser(), carl.email());
        assertThat(stateOf(carl)).isEqualTo("REVOKED");
    }

    @Test
    void invitationsAreHandedOverToAColleagueOnly() {
        Company company = Company.found("Heirs Ltd");
        Company.Member carl = company.coworker("Carl");
        Company.Member dora = company.coworker("Dora");
        Api.as(carl.email()).invite(Addresses.guest("zoe"));
        Company.Member ada = company.admin("Ada");
        open(ada).manage("Carl Tester");
        browser.click("#member-deactivate");

        browser.click("input[name='deactivate-what'][value='true']");
        assertThat(browser.value("#deactivate-successor")).isEqualTo(ada.email());
        browser.fill("#deactivate-successor", "nobody@example.org");
        browser.click("#deactivate-member-yes");
        browser.untilSays("#deactivate-successor-error", "this address");
        Axe.check(browser);
        browser.fill("#deactivate-successor", dora.email());
        browser.click("#deactivate-member-yes");

        browser.untilSays("#notices", "deactivated");
        assertThat(stateOf(dora)).isEqualTo("PENDING");
    }

    @Test
    void webmailUserBecomesACoworkerByHand() {
        Company company = Company.found("Hand Ltd");
        Company.Member gert = company.guest("Gert");
        company.coworker("Secret");
        PeoplePage page = open(company.admin("Ada"));

        page.manage("Gert Tester");
        assertThat(browser.sees("#member-sponsor")).isTrue();
        browser.choose("#member-kind", "COWORKER");
        browser.click("#member-save");

        browser.untilSays("#notices", "Gert Tester is saved");
        browser.untilSays("#people-table", "Co-worker");
        SignInPage.signIn(anotherBrowser(), gert.email()).untilListed("Secret Tester");
    }

    @Test
    void lastAdminStaysOne() {
        open(Company.found("Single Ltd").admin("Ada")).manage("Ada Tester");
        assertThat(browser.sees("#member-deactivate")).isFalse();

        browser.choose("#member-kind", "COWORKER");
        browser.click("#member-save");

        browser.untilSays("#member-kind-error", "only admin");
        Axe.check(browser);
    }

    @Test
    void exportIsAFileThatCalculatesNothing() {
        Company company = Company.found("Sheet Ltd");
        company.coworker("=1+1|cmd");
        open(company.admin("Ada"));

        String file =
                (String)
                        browser.asyncScript(
                                "const done = arguments[arguments.length - 1];"
                                        + " fetch(document.getElementById('people-export').href)"
                                        + ".then(answer => answer.text()).then(done)");

        assertThat(file.lines().toList())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("\"'=1+1|cmd Tester\""));
        assertThat(file).startsWith("\"Name\",\"Email\"");
    }

    @Test
    void licencesAreAssignedToManyAtOnceAsLongAsThereAreSeats() {
        Company company = Company.found("Seats Ltd");
        subscribe(company, 2);
        Company.Member carl = company.coworker("Carl");
        company.coworker("Dora");
        company.guest("Gert");
        SignInPage.signIn(anotherBrowser(), carl.email()).browser().see("#licence-note");
        SignInPage.signIn(browser, company.admin("Ada").email());
        assertThat(browser.sees("#rail-admin-due")).isTrue();
        PeoplePage page = PeoplePage.openLicences(browser);

        page.untilListed("Ada Tester", "Carl Tester", "Dora Tester");
        assertThat(browser.texts("#people-figures dd")).containsExactly("2", "0", "2", "3");
        browser.click("#people-pick-all");
        browser.untilSays("#people-picked-count", "3 people");
        Axe.check(browser);
        browser.click("#people-assign");
        browser.untilSays("#notices", "Only 2 licences are left");
        browser.go("/admin/licences");
        page.pick("Carl Tester").pick("Dora Tester");
        browser.click("#people-assign");

        browser.untilSays("#notices", "2 licences are assigned");
        page.untilListed("Ada Tester");
        assertThat(browser.texts("#people-figures dd")).containsExactly("2", "2", "0", "1");
        assertThat(browser.text("#admin-licences-due")).startsWith("1");
        assertThat(browser.text("#rail-admin-due")).contains("1");
        browser.clickAndLoad("#licences-assigned");
        page.untilListed("Carl Tester", "Dora Tester").pick("Carl Tester");
        browser.click("#people-revoke");
        browser.untilSays("#notices", "1 licence is free again");
        page.untilListed("Dora Tester");
        assertThat(browser.text("#admin-licences-due")).startsWith("2");
    }

    @Test
    void editionWithoutLicencesAsksForNone() {
        open(Company.found("Free Ltd").admin("Fay"));

        browser.go("/admin/licences");

        browser.see("#licences-none");
        assertThat(browser.sees("#people-table")).isFalse();
        Axe.check(browser);
    }

    @Test
    void pagesWorkByKeyboard() {
        Company company = Company.found("Keys Ltd");
        company.coworker("Carl");
        open(company.admin("Ada"));

        ((org.openqa.selenium.JavascriptExecutor) browser.driver())
                .executeScript(
                        "document.querySelector(\"[data-person][aria-label$=' Carl Tester']\")"
                                + ".focus()");
        browser.press(Keys.ENTER);
        browser.until("the member", d -> browser.sees("#member-name"));
        browser.press(Keys.ESCAPE);

        browser.untilGone("#member[open]");
    }

    @Test
    void pagesHaveNoAxeViolationInAnyLanguageLookAndWidth() {
        Company company = Company.found("Looks Ltd");
        subscribe(company, 2);
        company.coworker("Carl");
        company.guest("Gert");
        SignInPage.signIn(browser, company.admin("Ada").email()).frame().choose("fr");
        for (String path : List.of("/admin/people", "/admin/licences")) {
            browser.size(1440, 900).prefer("light");
            browser.go(path);
            browser.see("#people-table");
            Axe.check(browser);
            browser.prefer("dark");
            Axe.check(browser);
            browser.size(390, 844);
            Axe.check(browser);
            new PeoplePage(browser).manage("Carl Tester");
            Axe.check(browser);
            browser.press(Keys.ESCAPE);
        }
        assertThat(browser.text("h1")).isEqualTo("Licences");
    }

    @Test
    void coworkersFindNoSuchPages() {
        SignInPage.signIn(browser, Company.found("Closed Ltd").coworker("Coy").email());
        browser.expectStatus(403, 404);

        for (String path : List.of("/admin/people", "/admin/licences", "/admin/people/export")) {
            browser.go(path);
            assertThat(browser.sees("#people-list")).isFalse();
        }
    }

    private static void subscribe(Company company, int seats) {
        Database.update(
                "update account set edition = 'PRO_PLUS' where id = cast(? as bigint)",
                company.id());
        Database.update(
                "insert into licence_pool (account_id, seats, assigned)"
                        + " values (cast(? as bigint), cast(? as int), 0)",
                company.id(),
                seats);
    }

    private static String stateOf(Company.Member inviter) {
        return Database.value(
                "select state from invitation where inviter_id = cast(? as bigint)",
                inviter.caller().membershipId());
    }

    private PeoplePage open(Company.Member admin) {
        SignInPage.signIn(browser, admin.email());
        return PeoplePage.open(browser);
    }
}

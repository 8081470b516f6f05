package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The pages of contacts. */
class ContactsBrowserIT extends BrowserIT {

    @Test
    void demoCompanyIsThere() {
        ContactsPage contacts = SignInPage.signIn(browser, "anna@acme.example");

        contacts.untilListed("@acme.example");
        browser.untilSays("#account-name", "Acme");
        assertThat(Integer.parseInt(browser.text("#group-all .number").replaceAll("\\D", "")))
                .isGreaterThanOrEqualTo(200);
        Axe.check(browser);
    }

    @Test
    void listNarrowsWhileOneTypes() {
        Company company = Company.found("Filter Ltd");
        Company.Member member = company.coworker("Fiona");
        company.coworker("Élodie");
        company.coworker("Edward");
        ContactsPage contacts = SignInPage.signIn(browser, member.email());

        contacts.filter("elod");

        contacts.untilCount(1).untilListed("Élodie Tester");
        contacts.filter("nobody by that name");
        browser.see("#contacts .empty");
        Axe.check(browser);
        browser.click("#clear-filter");
        contacts.untilListed("Edward Tester");
    }

    @Test
    void groupsPartTheCompanyFromGuests() {
        Company company = Company.found("Groups Ltd");
        Company.Member member = company.coworker("Greta");
        company.coworker("Carl");
        company.guest("Gunnar");
        ContactsPage contacts = SignInPage.signIn(browser, member.email());

        browser.clickAndLoad("#group-company");
        contacts.untilListed("Carl Tester");
        assertThat(contacts.rows()).noneMatch(row -> row.contains("Gunnar"));
        assertThat(current("#rail-contacts")).isEqualTo("page");
        assertThat(current("#group-company")).isEqualTo("page");
        assertThat(current("#group-all")).isNull();
        Axe.check(browser);
        browser.clickAndLoad("#group-personal");
        browser.see("#contacts .empty");
        Axe.check(browser);
    }

    @Test
    void listIsNarrowedToABadgeAndFurtherByTyping() {
        Company company = Company.found("Badges Ltd");
        Company.Member member = company.coworker("Bess");
        company.admin("Abe");
        company.guest("Gus");
        ContactsPage contacts = SignInPage.signIn(browser, member.email());

        browser.click("[data-badge='ADMIN']");
        contacts.untilCount(1).untilListed("Abe Tester");
        browser.see("[data-badge='ADMIN'][aria-pressed='true']");
        Axe.check(browser);
        contacts.filter("gus");
        browser.see("#contacts .empty");
        browser.click("#clear-filter");
        contacts.untilListed("Bess Tester");
        browser.go("/contact/company?badge=ADMIN");
        contacts.untilCount(1).untilListed("Abe Tester");
        browser.click("#badge-all");
        contacts.untilListed("Bess Tester");
    }

    @Test
    void cardShowsTheContact() {
        Company company = Company.found("Cards Ltd");
        Company.Member member = company.coworker("Cora");
        Company.Member other = company.coworker("Dora");
        ContactsPage contacts = SignInPage.signIn(browser, member.email());

        contacts.openCard("Dora Tester");

        assertThat(browser.text("#contact-card")).contains(other.email());
        Axe.check(browser);
        browser.press(Keys.ESCAPE);
        browser.untilGone("#contact-card[open]");
    }

    @Test
    void searchInTheHeaderFindsPeople() {
        Company company = Company.found("Search Ltd");
        Company.Member member = company.coworker("Selma");
        company.coworker("Zacharias");
        SignInPage.signIn(browser, member.email());

        browser.press("/");
        browser.untilFocused("search");
        browser.press("zach");
        browser.untilSays("#search-options [role='option']", "Zacharias Tester");
        Axe.check(browser);
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);

        browser.untilSays("#contact-card", "Zacharias Tester");
    }

    @Test
    void guestSeesNobodyOfTheCompany() {
        Company company = Company.found("Walls Ltd");
        company.coworker("Hidden");
        Company.Member guest = company.guest("Gabi");
        ContactsPage contacts = SignInPage.signIn(browser, guest.email());

        assertThat(contacts.rows()).noneMatch(row -> row.contains("Hidden"));
        assertThat(browser.sees("#invite, #empty-invite")).isFalse();
        assertThat(browser.driver().findElements(By.id("new-actions-invite"))).isEmpty();
        browser.go("/contact/company");
        assertThat(contacts.rows()).noneMatch(row -> row.contains("Hidden"));
        browser.go("/?q=Hidden");
        assertThat(contacts.rows()).noneMatch(row -> row.contains("Hidden"));
        browser.click("#search").fill("#search", "hidden");
        browser.see(".no-match");
        assertThat(browser.texts("#search-options [role='option']"))
                .noneMatch(option -> option.contains("Hidden"));
    }

    @Test
    void guestWhoMayInviteHasTheEntries() {
        Company company = Company.found("Open Walls Ltd");
        company.letGuestsInvite(true);

        SignInPage.signIn(browser, company.guest("Gitta").email());

        browser.see("#new-actions");
        browser.see("#invite");
    }

    @Test
    void searchLeadsToAnInvitationWithATag() {
        Company company = Company.found("Tags Ltd");
        Company.Member member = company.coworker("Tess");
        String tagged = Addresses.guest("anne").replace("@", "+a&b#c@");
        Api.as(member.email()).invite(tagged);
        SignInPage.signIn(browser, member.email());

        browser.click("#search").fill("#search", tagged.substring(0, tagged.indexOf('@')));
        browser.untilSays("#search-invitation-0", tagged);
        browser.click("#search-invitation-0");

        browser.untilAt("/invitation/list");
        browser.untilSays("#invitation-list tbody tr", tagged);
    }

    @Test
    void whoeverFindsTooManyIsToldSoInsteadOfACount() {
        Company.Member member = Company.found("Crowd Ltd").coworker("Cora");
        know(member, 301);
        ContactsPage contacts = SignInPage.signIn(browser, member.email());

        contacts.filter("crowd");
        browser.untilSays("#contacts .pager", "1–50 of more than 300");
        browser.untilSays("#contacts [role='status']", "More than 300 contacts");
        browser.fill("#search", "crowd");
        browser.untilSays("#search-options", "Show more than 300 people");
        Axe.check(browser);

        ContactsPage.open(browser).frame().choose("fr");
        contacts.filter("crowd");
        browser.untilSays("#contacts .pager", "1–50 sur plus de 300");
    }

    @Test
    void hoveringOpensTheMenuAndItsSubmenu() {
        SignInPage.signIn(browser, Company.found("Hover Ltd").coworker("Hope").email());
        Actions mouse = new Actions(browser.driver());

        mouse.moveToElement(browser.see("#new-actions")).perform();
        mouse.moveToElement(browser.see("#new-actions-invite")).perform();
        browser.see("#new-actions-by-email");
        mouse.moveToElement(browser.see("#new-actions-by-email")).click().perform();

        browser.see("#invite-by-email[open]");
    }

    @Test
    void touchingOpensTheMenuAndItsSubmenu() {
        SignInPage.signIn(browser, Company.found("Touch Ltd").coworker("Toby").email());
        browser.size(400, 800);

        browser.tap("#new-actions");
        browser.tap("#new-actions-invite");
        browser.tap("#new-actions-by-email");

        browser.see("#invite-by-email[open]");
    }

    @Test
    void namesAreShownAsText() {
        Company company = Company.found("Markup Ltd");
        Company.Member member = company.coworker("Mark");
        company.coworker("\"><img src=x onerror=alert(1)> #{7*7} ${7*7}");

        ContactsPage contacts = SignInPage.signIn(browser, member.email());

        contacts.untilListed("\"><img src=x onerror=alert(1)> #{7*7} ${7*7}");
    }

    @Test
    void menusHaveNoAxeViolation() {
        Company company = Company.found("Menus Ltd");
        ContactsPage contacts = SignInPage.signIn(browser, company.admin("Mena").email());

        contacts.frame().openNewActions();
        browser.click("#new-actions-invite");
        browser.see("#new-actions-by-email");
        Axe.check(browser);
        browser.press(Keys.ESCAPE, Keys.ESCAPE);
        contacts.frame().openProfile();
        Axe.check(browser);
        browser.click("#theme-dark");
        Axe.check(browser);
    }

    @Test
    void sideBecomesADrawerOnATablet() {
        Company company = Company.found("Drawer Ltd");
        SignInPage.signIn(browser, company.coworker("Dru").email());
        browser.size(800, 1000);

        browser.click("#side-toggle");
        browser.see("#side-toggle[aria-expanded='true']");
        browser.untilFocused("group-all");
        Axe.check(browser);
        browser.press(Keys.ESCAPE);
        browser.see("#side-toggle[aria-expanded='false']");
        browser.untilFocused("side-toggle");
    }

    /** Fills the address book that somebody has for himself. */
    private static void know(Company.Member member, int people) {
        String row =
                "(nextval('beckon_id'), cast('%s' as uuid), %d, %d, 'PERSONAL', false,"
                        + " 'Crowd %d', 'crowd %d')";
        String rows =
                IntStream.rangeClosed(1, people)
                        .mapToObj(
                                i ->
                                        row.formatted(
                                                UUID.randomUUID(),
                                                member.caller().accountId(),
                                                member.caller().membershipId(),
                                                i,
                                                i))
                        .collect(Collectors.joining(", "));
        Database.update(
                "insert into contact (id, handle, account_id, owner_id, kind, activated,"
                        + " display_name, sort_key) values "
                        + rows);
    }

    private String current(String css) {
        return browser.see(css).getDomAttribute("aria-current");
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.browser.page.Frame;
import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import beckon.testing.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;

/** The page {@code admin/policies.xhtml}. */
class PoliciesBrowserIT extends BrowserIT {
    private static final String GOOD_NEWS = "#notices .notice.good";

    @Test
    void savedPolicyIsInForceAtOnce() {
        Company company = Company.found("Policy Ltd");
        Company.Member coworker = company.coworker("Cole");
        open(company.admin("Poly"));
        Axe.check(browser);

        browser.click("input[name='policy-who-may-invite'][value='NOBODY']");
        browser.fill("#policy-expiry-hours", "3");
        browser.click("#policy-save");
        browser.see(GOOD_NEWS);
        Axe.check(browser);

        Browser second = anotherBrowser();
        SignInPage.signIn(second, coworker.email()).frame().openNewActions();
        second.click("#new-actions-invite");
        assertThat(second.see("#new-actions-by-email").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(
                        Database.number(
                                "select expiry_hours from invitation_policy"
                                        + " where account_id = cast(? as bigint)",
                                company.id()))
                .isEqualTo(72);
    }

    @Test
    void goodNewsStaysWhileSomebodyIsAtIt() {
        open(Company.found("Calm Ltd").admin("Calla"));
        Actions mouse = new Actions(browser.driver());

        browser.click("#policy-save");
        mouse.moveToElement(browser.see(GOOD_NEWS)).perform();
        await().during(Duration.ofSeconds(7))
                .atMost(Duration.ofSeconds(9))
                .until(() -> browser.sees(GOOD_NEWS));
        mouse.moveToElement(browser.see("#account-name")).perform();

        browser.untilGone(GOOD_NEWS);
    }

    @Test
    void expiryOutOfRangeIsRefusedInWords() {
        open(Company.found("Range Ltd").admin("Rana"));

        browser.fill("#policy-expiry-hours", "999");
        browser.click("#policy-save");

        browser.untilSays("#policy-expiry-hours-error", "30 days");
        Axe.check(browser);
        browser.fill("#policy-expiry-hours", "many");
        browser.click("#policy-save");
        browser.untilSays("#policy-expiry-hours-error", "whole number");
    }

    @Test
    void whatIsWrongIsBroughtBeforeWhoeverSaved() {
        browser.size(1024, 500);
        open(Company.found("Sight Ltd").admin("Sia"));
        browser.fill("#policy-expiry-hours", "999");

        browser.click("#policy-save");

        browser.untilFocused("policy-expiry-hours");
        assertThat(isInSight("#policy-expiry-hours-error")).isTrue();
        assertThat(isInSight("#policy-save")).isFalse();
    }

    @Test
    void currentSectionIsInSightOnANarrowScreen() {
        browser.size(320, 640);
        SignInPage.signIn(browser, Company.found("Narrow Ltd").admin("Nora").email());

        browser.go("/admin/policies-sign-in");

        browser.until("the current section", d -> isInSight("#section-policies-sign-in"));
    }

    private boolean isInSight(String css) {
        return Boolean.TRUE.equals(
                browser.script(
                        """
                        const box = document.querySelector(arguments[0]).getBoundingClientRect();
                        return box.top >= 0 && box.bottom <= innerHeight
                            && box.left >= 0 && box.right <= innerWidth;
                        """,
                        css));
    }

    @Test
    void secondAdminsOlderFormIsRefused() {
        Company company = Company.found("Race Ltd");
        open(company.admin("Early"));
        company.letInvite("ADMINS");

        browser.click("#policy-save");

        browser.untilSays("#error-summary, #notices", "else");
    }

    @Test
    void rulesAboutLinksAreSavedAndOutOfRangeOnesRefusedInWords() {
        Company company = Company.found("Links Ltd");
        open(company.admin("Lina"), "/admin/policies-links");

        browser.fill("#link-expiry-hours", "400");
        browser.click("#link-policy-save");
        browser.untilSays("#link-expiry-hours-error", "365 days");
        browser.fill("#link-expiry-hours", "14");
        browser.fill("#link-max-uses", "25");
        browser.click("input[name='link-who-may-share'][value='COWORKERS']");
        browser.click("#link-policy-save");

        browser.see(GOOD_NEWS);
        assertThat(policyOf(company, "link_expiry_hours")).isEqualTo(14 * 24);
        assertThat(policyOf(company, "link_max_uses")).isEqualTo(25);
        Axe.check(browser);
    }

    @Test
    void countriesAreFoundChosenAndReset() {
        Company company = Company.found("Texts Ltd");
        open(company.admin("Tess"), "/admin/policies-texts");
        assertThat(browser.text("#text-countries-choice output")).isEqualTo("34 chosen");
        assertThat(browser.text("#text-use")).contains("0 of 1,000 texts");

        browser.fill("#text-countries-choice input[type='search']", "jap");
        browser.click("#text-countries input[value='JP']");
        browser.untilSays("#text-countries-choice output", "35 chosen");
        browser.fill("#text-per-prefix", "0");
        browser.click("#text-policy-save");
        browser.untilSays("#text-per-prefix-error", "1 to 10,000");
        assertThat(browser.sees("#text-countries input[value='JP']:checked"))
                .as("what was chosen stays")
                .isTrue();
        browser.fill("#text-per-prefix", "7");
        browser.click("#text-policy-save");

        browser.see(GOOD_NEWS);
        assertThat(policyOf(company, "texts_per_prefix")).isEqualTo(7);
        assertThat(
                        Database.number(
                                "select count(*) from invitation_policy where text_countries"
                                        + " like '%JP%' and account_id = cast(? as bigint)",
                                company.id()))
                .isEqualTo(1);
        browser.click("[data-usual-countries]");
        browser.untilSays("#text-countries-choice output", "34 chosen");
        Axe.check(browser);
    }

    @Test
    void wordsOfTextsAreShownAsTheyWillArriveAndSaved() {
        open(Company.found("Words Ltd").admin("Wanda"), "/admin/texts");

        browser.fill("#text-words-en", "Hello from {inviter}, {company}");
        browser.untilSays("#text-preview-en", "Hello from Wanda");
        browser.untilSays("#text-preview-en", "Words Ltd");
        browser.untilSays("#text-preview-en", "/join/preview");
        browser.untilSays("#text-preview-en", "1 part");
        browser.fill("#text-words-fr", "Bonjour evil.example");
        browser.click("#text-words-save");
        browser.untilSays("#text-words-fr-error", "may carry no other link");
        browser.fill("#text-words-fr", "Bonjour {link}");
        browser.click("#text-words-save");

        browser.see(GOOD_NEWS);
        browser.go("/admin/texts");
        assertThat(browser.see("#text-words-fr").getDomProperty("value"))
                .isEqualTo("Bonjour {link}");
        browser.click("#text-reset-fr");
        browser.untilSays("#text-preview-fr", "vous invite");
    }

    @Test
    void blockedAddressIsRefusedInTheDialogWithTheRuleThatDecided() {
        Company company = Company.found("Lists Ltd");
        open(company.admin("Lise"), "/admin/policies-addresses");
        browser.fill("#policy-denied", "spam.example\nnot an entry!");
        browser.click("#recipient-policy-save");
        browser.untilSays("#policy-denied-error", "neither an address nor a domain");
        Axe.check(browser);
        browser.fill("#policy-denied", "SPAM.example.");
        browser.click("#recipient-policy-save");
        browser.see(GOOD_NEWS);
        assertThat(browser.see("#policy-denied").getDomProperty("value")).isEqualTo("spam.example");
        Axe.check(browser);

        assertThat(
                        new Frame(browser)
                                .inviteByEmail()
                                .add("jo@mail.spam.example", "jo@mailinator.com", "jo@fine.example")
                                .untilChips(3)
                                .chips())
                .anyMatch(chip -> chip.contains("blocked by your company"))
                .anyMatch(chip -> chip.contains("disposable address"));

        browser.click("#invite-by-email-why summary");
        browser.untilSays("#invite-by-email-why", "list of blocked addresses");
        browser.untilSays("#invite-by-email-why", "none of your company");
        Axe.check(browser);
    }

    @Test
    void demandsOnSignInsAreSaved() {
        Company company = Company.found("Strict Ltd");
        open(company.admin("Sven"), "/admin/policies-sign-in");

        browser.click("#policy-admins-need-totp");
        browser.click("#sign-in-policy-save");

        browser.see(GOOD_NEWS);
        assertThat(
                        Database.number(
                                "select count(*) from invitation_policy where admins_need_totp"
                                        + " and account_id = cast(? as bigint)",
                                company.id()))
                .isEqualTo(1);
        Axe.check(browser);
    }

    private static long policyOf(Company company, String column) {
        return Database.number(
                "select " + column + " from invitation_policy where account_id = cast(? as bigint)",
                company.id());
    }

    @Test
    void coworkersFindNoSuchPage() {
        SignInPage.signIn(browser, Company.found("Closed Ltd").coworker("Coy").email());
        assertThat(browser.sees("#rail-admin")).isFalse();
        browser.expectStatus(403, 404);

        browser.go("/admin/policies");

        assertThat(browser.sees("#policy-form")).isFalse();
        Axe.check(browser);
    }

    private void open(Company.Member admin) {
        open(admin, "/admin/policies");
        browser.see("#policy-form");
    }

    private void open(Company.Member admin, String page) {
        SignInPage.signIn(browser, admin.email());
        browser.go(page);
        browser.see("#admin-side");
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a company says and asks in its own way: words of mails, length of passwords, news. */
class OwnRulesBrowserIT extends BrowserIT {
    private static final String GOOD_NEWS = "#notices .notice.good";

    @Test
    void wordsOfMailsAreShownAsTheyWillArriveSavedAndSent() {
        Company company = Company.found("Mails Ltd");
        Company.Member admin = company.admin("Maud");
        SignInPage.signIn(browser, admin.email());
        browser.go("/admin/texts");
        assertThat(browser.see("#mail-subject-en").getDomProperty("value"))
                .isEqualTo("{inviter} invites you to join {company} on Beckon");

        browser.fill("#mail-subject-en", "A desk for you at {firm}");
        browser.fill("#mail-opening-en", "Look at evil.example");
        browser.click("#mail-words-save");
        browser.untilSays("#mail-subject-en-error", "{firm} stands for nothing");
        browser.untilSays("#mail-opening-en-error", "may carry no other link");
        Axe.check(browser);
        browser.fill("#mail-subject-en", "A desk for you at {company}");
        browser.fill("#mail-opening-en", "Welcome to <b>{company}</b>!");
        browser.click("#mail-show-en");
        browser.untilSays("#mail-preview-subject-en", "A desk for you at Mails Ltd");
        assertThat(browser.see("#mail-preview-html-en").getDomAttribute("sandbox")).isEmpty();
        Axe.check(browser);
        browser.click("#mail-words-save");
        browser.see(GOOD_NEWS);
        String guest = Addresses.guest("grace");
        Api.as(admin.email()).invite(guest);

        Mail mail = Postbox.untilMailArrives(guest);
        assertThat(mail.subject()).isEqualTo("A desk for you at Mails Ltd");
        assertThat(mail.text()).contains("Welcome to <b>Mails Ltd</b>!");
        assertThat(mail.html()).contains("Welcome to &lt;b&gt;Mails Ltd&lt;/b&gt;!");
        browser.go("/admin/texts");
        browser.click("#mail-reset-en");
        await().ignoreExceptions()
                .until(
                        () ->
                                browser.see("#mail-opening-en")
                                        .getDomProperty("value")
                                        .startsWith("{inviter} invites you to join"));
        browser.click("#mail-words-save");
        browser.see(GOOD_NEWS);
        assertThat(
                        Database.number(
                                "select count(*) from account_mail"
                                        + " where account_id = cast(? as bigint)",
                                company.id()))
                .isZero();
    }

    @Test
    void wordsThatAnotherAdminHasChangedAreShownNotOverwritten() {
        Company company = Company.found("Several Ltd");
        SignInPage.signIn(browser, company.admin("Sven").email());
        browser.go("/admin/texts");
        Database.update(
                "insert into account_mail (account_id, language, subject)"
                        + " values (cast(? as bigint), 'en', 'A seat for you')",
                company.id());
        Database.update(
                "insert into account_text (account_id, language, words)"
                        + " values (cast(? as bigint), 'fr', 'Venez : {link}')",
                company.id());

        browser.fill("#mail-subject-en", "A desk for you");
        browser.click("#mail-words-save");
        browser.untilSays("#mail-subject-en-error", "Somebody else has just changed this");
        assertThat(browser.value("#mail-subject-en")).isEqualTo("A seat for you");
        Axe.check(browser);
        browser.fill("#text-words-fr", "Bonjour : {link}");
        browser.click("#text-words-save");
        browser.untilSays("#text-words-fr-error", "Somebody else has just changed this");
        assertThat(browser.value("#text-words-fr")).isEqualTo("Venez : {link}");

        browser.fill("#mail-subject-en", "A desk for you");
        browser.click("#mail-words-save");
        browser.see(GOOD_NEWS);
        assertThat(
                        Database.rows(
                                "select language, subject from account_mail"
                                        + " where account_id = cast(? as bigint)",
                                company.id()))
                .containsExactly(List.of("en", "A desk for you"));
    }

    @Test
    void whoTypesOnAfterSavingStillReadsThatItIsSaved() {
        Company company = Company.found("Swift Ltd");
        SignInPage.signIn(browser, company.admin("Stella").email());
        browser.go("/admin/texts");
        browser.fill("#text-words-fr", "Venez : {link}");
        browser.click("#text-words-save");
        browser.see(GOOD_NEWS);
        browser.script(
                "document.querySelector(arguments[0]).dispatchEvent(new Event('pointerenter'))",
                GOOD_NEWS);

        browser.fill("#text-words-fr", "Bonjour : {link}");
        browser.untilSays("#text-preview-fr", "Bonjour :");

        assertThat(browser.sees(GOOD_NEWS)).isTrue();
    }

    @Test
    void lengthOfNewPasswordsIsSavedAndAskedFor() {
        Company company = Company.found("Long Ltd");
        SignInPage.signIn(browser, company.admin("Lola").email());
        browser.go("/admin/policies-sign-in");

        browser.fill("#policy-password-minimum", "70");
        browser.click("#sign-in-policy-save");
        browser.untilSays("#policy-password-minimum-error", "12 to 64");
        Axe.check(browser);
        browser.fill("#policy-password-minimum", "33");
        browser.click("#sign-in-policy-save");
        browser.see(GOOD_NEWS);
        browser.go("/person/security");

        browser.untilSays("#password-password-hint", "At least 33 characters");
        Axe.check(browser);
    }

    @Test
    void newsOfWhatWaitsCanBeSwitchedOff() {
        Company company = Company.found("Quiet Ltd");
        SignInPage.signIn(browser, company.admin("Quinn").email());
        browser.go("/admin/policies");

        browser.click("#policy-approval-mails");
        browser.click("#policy-save");

        browser.see(GOOD_NEWS);
        assertThat(
                        Database.number(
                                "select count(*) from invitation_policy where not approval_mails"
                                        + " and account_id = cast(? as bigint)",
                                company.id()))
                .isEqualTo(1);
        Axe.check(browser);
    }
}

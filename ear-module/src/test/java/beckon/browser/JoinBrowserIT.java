package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Documents;
import beckon.testing.Http;
import beckon.testing.Postbox;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page {@code join.xhtml}: what a mailed link leads through. */
class JoinBrowserIT extends BrowserIT {
    private static final String PASSWORD = "kestrel-lantern-meadow-9";

    @Test
    void lookingChangesNothing() {
        String guest = Addresses.guest("looker");
        String token = invite(guest);
        List<List<String>> before = rows(guest);

        for (int i = 0; i < 3; i++) {
            assertThat(Http.get("/join/" + token).status()).isEqualTo(200);
            assertThat(Http.send("HEAD", "/join/" + token, null).status()).isEqualTo(200);
            JoinPage.open(browser, token);
            browser.untilQuiet();
        }

        assertThat(rows(guest)).isEqualTo(before);
    }

    @Test
    void tokenPagesTellNobody() {
        Http.Answer page = Http.get("/join/" + invite(Addresses.guest("discreet")));

        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src 'unsafe-inline'");
    }

    @Test
    void everyStepHasNoAxeViolation() {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("axel")));
        Axe.check(browser);
        browser.click("#offer-decline");
        join.untilStep("DECLINE");
        Axe.check(browser);
        browser.click("#decline-back");
        join.untilStep("OFFER").accept();
        Axe.check(browser);
        browser.click("#age-continue");
        browser.see("#error-summary");
        Axe.check(browser);
        join.oldEnough();
        Axe.check(browser);
        browser.click("#about-continue");
        browser.see("#error-summary");
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        join.about("Axel", "Axe", PASSWORD);
        Axe.check(browser);
        browser.click("#terms-finish");
        browser.see("#error-summary");
        Axe.check(browser);
    }

    @Test
    void sixteenTodayIsIn() {
        browser.liveIn("Europe/Paris");
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("sixteen"))).accept();

        join.born(LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(16));

        join.untilStep("ABOUT");
    }

    @Test
    void sixteenTomorrowIsOutKindlyAndForThisBrowserSession() {
        browser.liveIn("Europe/Paris");
        String guest = Addresses.guest("fifteen");
        String token = invite(guest);
        JoinPage join = JoinPage.open(browser, token).accept();

        join.born(LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(16).plusDays(1));

        join.untilStep("TOO_YOUNG");
        assertThat(browser.text("#sign-up")).contains("16").doesNotContain("Oops");
        Axe.check(browser);
        browser.back();
        JoinPage.open(browser, token);
        join.untilStep("TOO_YOUNG");
        assertThat(Database.number("select count(*) from person where email = ?", guest)).isZero();
    }

    @Test
    void tooYoungStaysSoForOtherInvitationsAndAfterSigningOut() {
        browser.liveIn("Europe/Paris");
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("fourteen"))).accept();
        join.born(LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(14));
        join.untilStep("TOO_YOUNG");
        String other = invite(Addresses.guest("another"));

        JoinPage.open(browser, other);
        join.untilStep("TOO_YOUNG");
        SignInPage.signIn(browser, Company.found("Older Ltd").coworker("Olga").email())
                .frame()
                .signOut();
        JoinPage.open(browser, other);
        join.untilStep("TOO_YOUNG");

        JoinPage.open(anotherBrowser(), other).accept();
    }

    @Test
    void whoHasASignInIsNotAskedForTheAge() {
        browser.liveIn("Europe/Paris");
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("child"))).accept();
        join.born(LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(14));
        join.untilStep("TOO_YOUNG");

        Company.Member parent = Company.found("Parents Ltd").coworker("Paul");
        joinFrom(Company.found("School Ltd"), parent.email()).untilStep("OFFER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2/1990", "29/2/2001", "1/1/1899", "1/1/2999", "x/y/z", "1/1/90"})
    void impossibleDatesAreExplained(String date) {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("dates"))).accept();
        String[] parts = date.split("/");

        browser.fill("#sign-up-day", parts[0]);
        browser.fill("#sign-up-month", parts[1]);
        browser.fill("#sign-up-year", parts[2]);
        browser.click("#age-continue");

        assertThat(join.errors()).isNotBlank();
        assertThat(join.step()).isEqualTo("AGE");
    }

    @Test
    void wrongDateIsMarkedAsAWholeUntilItIsMended() {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("marked"))).accept();
        String usual = border("#sign-up-year");

        browser.click("#age-continue");

        assertThat(join.errors()).isNotBlank();
        assertThat(border("#sign-up-year")).isNotEqualTo(usual).isEqualTo(border("#sign-up-day"));
        browser.fill("#sign-up-year", "1990");
        browser.untilGone("#error-summary");
        browser.press(Keys.TAB);
        browser.until("no mark", d -> border("#sign-up-day").equals(usual));
    }

    @Test
    void summaryForgetsWhatHasBeenMended() {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("mended"))).accept();
        join.oldEnough();
        browser.click("#about-continue");
        browser.see("#error-summary");
        int before = browser.texts("#error-summary li").size();

        browser.fill("#sign-up-first-name", "Mia");

        assertThat(before).isGreaterThan(1);
        assertThat(browser.texts("#error-summary li")).hasSize(before - 1);
    }

    private String border(String css) {
        return browser.see(css).getCssValue("border-top-color");
    }

    @Test
    void leapDayIsADay() {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("leap"))).accept();

        join.born(LocalDate.of(2000, 2, 29));

        join.untilStep("ABOUT");
    }

    @Test
    void weakAndDifferingPasswordsAreRefusedAndOtherValuesKept() {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("weak"))).accept();
        join.oldEnough();
        assertThat(browser.see("#sign-up-password").getDomAttribute("aria-describedby"))
                .isEqualTo("sign-up-password-hint");

        join.about("Zoë", "O’Neil", "short", "short");
        assertThat(join.errors()).contains("12");
        assertThat(browser.see("#sign-up-password").getDomAttribute("aria-describedby"))
                .isEqualTo("sign-up-password-hint sign-up-password-error");
        assertThat(browser.value("#sign-up-first-name")).isEqualTo("Zoë");
        assertThat(browser.value("#sign-up-password")).isEmpty();

        browser.fill("#sign-up-password", "password1234");
        browser.fill("#sign-up-confirmation", "password1234");
        browser.click("#about-continue");
        browser.until("refusal of a common password", d -> !join.errors().contains("12 "));
        assertThat(join.step()).isEqualTo("ABOUT");

        browser.fill("#sign-up-password", PASSWORD);
        browser.fill("#sign-up-confirmation", PASSWORD + "x");
        browser.click("#about-continue");
        browser.see("#sign-up-confirmation-error");
        assertThat(browser.value("#sign-up-last-name")).isEqualTo("O’Neil");
    }

    @Test
    void passwordNamingTheCompanyIsRefused() {
        Company company = Company.found("Zanzibar Trading");
        JoinPage join = joinFrom(company, Addresses.guest("naming")).accept();
        join.oldEnough();

        join.about("Nam", "Ing", "ZanzibarTrading", "ZanzibarTrading");

        assertThat(join.errors()).isNotBlank();
        assertThat(join.step()).isEqualTo("ABOUT");
    }

    @Test
    void termsMustBeAgreedTo() {
        String guest = Addresses.guest("disagreeing");
        JoinPage join = JoinPage.open(browser, invite(guest)).accept();
        join.oldEnough().about("Dis", "Agree", PASSWORD);
        assertThat(browser.see("#sign-up-agreed").isSelected()).isFalse();

        browser.click("#terms-finish");

        assertThat(join.errors()).isNotBlank();
        join.finish();
        assertThat(
                        Database.rows(
                                "select t.version, t.language from terms_acceptance t"
                                        + " join person p on p.id = t.person_id where p.email = ?",
                                guest))
                .hasSize(1);
    }

    @Test
    void documentsThatChangeMeanwhileAreAskedForAgain() {
        String guest = Addresses.guest("reader");
        JoinPage join = JoinPage.open(browser, invite(guest)).accept();
        join.oldEnough().about("Rea", "Der", PASSWORD);
        browser.click("#sign-up-agreed");
        String now = Documents.change();

        browser.click("#terms-finish");

        browser.untilSays("#sign-up-agreed-error", "documents have changed meanwhile");
        assertThat(join.errors()).contains("agree again");
        assertThat(join.step()).isEqualTo("TERMS");
        assertThat(browser.see("#sign-up-agreed").isSelected()).isFalse();
        assertThat(Database.number("select count(*) from person where email = ?", guest)).isZero();
        Axe.check(browser);
        join.finish();
        assertThat(
                        Database.value(
                                "select t.version from terms_acceptance t"
                                        + " join person p on p.id = t.person_id where p.email = ?",
                                guest))
                .isEqualTo(now);
    }

    @Test
    void backKeepsWhatWasFilledIn() {
        JoinPage join = JoinPage.open(browser, invite(Addresses.guest("back"))).accept();
        join.oldEnough().about("Bac", "Kward", PASSWORD);

        browser.back();
        join.untilStep("ABOUT");
        assertThat(browser.value("#sign-up-first-name")).isEqualTo("Bac");
        browser.click("#about-back");
        join.untilStep("AGE");
        browser.click("#age-continue");
        join.untilStep("ABOUT");
        assertThat(browser.value("#sign-up-last-name")).isEqualTo("Kward");
    }

    @Test
    void doubleClickMakesOneAccount() {
        String guest = Addresses.guest("double");
        JoinPage join = JoinPage.open(browser, invite(guest)).accept();
        join.oldEnough().about("Dou", "Ble", PASSWORD);
        browser.click("#sign-up-agreed");

        browser.doubleClick("#terms-finish");

        browser.see("#profile");
        assertThat(Database.number("select count(*) from person where email = ?", guest))
                .isEqualTo(1);
    }

    @Test
    void revokedMeanwhileIsSaidClearly() {
        String guest = Addresses.guest("meanwhile");
        JoinPage join = JoinPage.open(browser, invite(guest)).accept();
        join.oldEnough().about("Mean", "While", PASSWORD);
        String id = Database.value("select handle from invitation where recipient = ?", guest);
        assertThat(Api.as("ben@acme.example").post("/invitations/" + id + "/revoke", "").status())
                .isLessThan(300);

        browser.click("#sign-up-agreed");
        browser.click("#terms-finish");

        join.untilStep("CLOSED");
        assertThat(join.heading()).contains("withdrawn");
        assertThat(Database.number("select count(*) from person where email = ?", guest)).isZero();
    }

    @Test
    void decliningIsAskedAndFinal() {
        String token = invite(Addresses.guest("declining"));
        JoinPage join = JoinPage.open(browser, token);

        browser.click("#offer-decline");
        join.untilStep("DECLINE");
        browser.click("#decline-confirm");
        join.untilStep("DECLINED");
        Axe.check(browser);

        JoinPage.open(browser, token);
        assertThat(join.heading()).contains("declined");
    }

    @Test
    void closedLinksHaveOneCalmPageEach() {
        String expired = Addresses.guest("expired");
        String expiredToken = invite(expired);
        Database.update(
                "update invitation set expires_at = cast('2020-01-01 00:00:00' as timestamp)"
                        + " where recipient = ?",
                expired);
        browser.expectStatus(404, 410);

        JoinPage join = JoinPage.open(browser, expiredToken);
        assertThat(join.heading()).contains("expired");
        assertThat(browser.text("main")).doesNotContain(expired).doesNotContain("Acme");
        Axe.check(browser);

        JoinPage.open(browser, "A".repeat(43));
        String unknown = browser.text("main");
        assertThat(join.heading()).contains("opens nothing");
        Axe.check(browser);
        JoinPage.open(browser, "%27%20or%201=1");
        assertThat(browser.text("main")).isEqualTo(unknown);
        JoinPage.open(browser, "x".repeat(3000));
        assertThat(browser.text("main")).isEqualTo(unknown);
    }

    @Test
    void usedLinkSaysSo() {
        String token = invite(Addresses.guest("used"));
        JoinPage join = JoinPage.open(browser, token).accept();
        join.oldEnough().about("Us", "Ed", PASSWORD).finish();
        browser.expectStatus(404, 410);

        Browser somebody = anotherBrowser().expectStatus(404, 410);
        assertThat(JoinPage.open(somebody, token).heading()).contains("used");
        Axe.check(somebody);
    }

    @Test
    void signUpMakesANewSession() {
        String token = invite(Addresses.guest("session"));
        JoinPage join = JoinPage.open(browser, token).accept();
        String before = sessionId();

        join.oldEnough().about("Ses", "Sion", PASSWORD).finish();

        assertThat(sessionId()).isNotEqualTo(before);
    }

    @Test
    void stepsCannotBeSkippedByAddress() {
        String token = invite(Addresses.guest("skipper"));

        browser.go("/join/" + token + "?step=TERMS");
        new JoinPage(browser).untilStep("OFFER");
        browser.expectStatus(404);
        browser.go("/join/" + token + "/terms");
        assertThat(browser.sees("#sign-up-agreed")).isFalse();
    }

    @Test
    void whoHasASignInAcceptsBySigningIn() {
        Company first = Company.found("First Place Ltd");
        Company.Member member = first.coworker("Maya");
        Company second = Company.found("Second Place Ltd");
        JoinPage join = joinFrom(second, member.email());

        browser.click("#offer-accept");
        browser.see("#signin-form");
        new SignInPage(browser).send(member.email(), password());
        join.untilStep("OFFER");
        String before = sessionId();
        browser.click("#offer-accept");

        browser.see("#profile");
        browser.untilSays("#account-name", "Second Place Ltd");
        assertThat(sessionId()).isNotEqualTo(before);
        new ContactsPage(browser).frame().openProfile();
        assertThat(browser.text("#profile-menu"))
                .contains("First Place Ltd")
                .contains("Second Place Ltd");
        assertThat(Database.number("select count(*) from person where email = ?", member.email()))
                .isEqualTo(1);
    }

    @Test
    void accountIsSwitchedInTheProfileMenu() {
        Company first = Company.found("Switched To Ltd");
        Company.Member member = first.coworker("Mona");
        first.coworker("Firmin");
        Company second = Company.found("Switched From Ltd");
        SignInPage.signIn(browser, member.email());
        joinFrom(second, member.email());
        browser.click("#offer-accept");
        browser.untilSays("#account-name", "Switched From Ltd");
        ContactsPage contacts = new ContactsPage(browser).untilListed("Inviting Tester");
        assertThat(contacts.rows()).noneMatch(row -> row.contains("Firmin"));
        String before = sessionId();

        contacts.frame().openProfile();
        browser.clickAndLoad("#profile-menu [id$='switch'][aria-checked='false']");

        browser.untilSays("#account-name", "Switched To Ltd");
        contacts.untilListed("Firmin Tester");
        assertThat(contacts.rows()).noneMatch(row -> row.contains("Inviting"));
        assertThat(sessionId()).isNotEqualTo(before);
    }

    @Test
    void whoHasNoPlaceAnyMoreIsToldSoAndComesBackByAnInvitation() {
        Company company = Company.found("Leavers Ltd");
        Company.Member member = company.coworker("Lea");
        Database.update(
                "update membership set deactivated_at = cast(? as timestamp)"
                        + " where id = cast(? as bigint)",
                "2026-01-01 00:00:00",
                member.caller().membershipId());

        SignInPage.open(browser).send(member.email(), password());
        browser.see("#signin-without-place");
        Axe.check(browser);
        JoinPage join = joinFrom(company, member.email());
        assertThat(join.step()).isEqualTo("OFFER");
        browser.click("#offer-accept");

        browser.see("#profile");
        browser.untilSays("#account-name", "Leavers Ltd");
    }

    @Test
    void somebodyElseIsAskedToSwitch() {
        Company company = Company.found("Other Ltd");
        SignInPage.signIn(browser, company.coworker("Otis").email());
        String guest = Addresses.guest("rightful");

        JoinPage join = JoinPage.open(browser, invite(guest));

        assertThat(browser.text("#offer-somebody-else")).doesNotContain(guest);
        Axe.check(browser);
        browser.click("#offer-switch");
        browser.see("#offer-accept");
        join.accept();
    }

    @Test
    void documentsAreInTheReadersLanguage() {
        for (String document :
                List.of("terms-of-service", "privacy-notice", "acceptable-use-policy")) {
            browser.go("/terms/" + document);
            assertThat(browser.text("h1")).isNotBlank();
            Axe.check(browser);
        }
        Browser french = anotherBrowser().speak("fr-FR,fr");
        french.go("/terms/privacy-notice");
        assertThat(french.see("html").getDomAttribute("lang")).isEqualTo("fr");
        assertThat(french.text("h1")).doesNotContain("Privacy");
        Axe.check(french);
    }

    private String sessionId() {
        return browser.driver().manage().getCookieNamed("beckon").getValue();
    }

    private static String invite(String email) {
        return Api.as("ben@acme.example").inviteAndAwaitMail(email).token();
    }

    private JoinPage joinFrom(Company company, String email) {
        Api.as(company.coworker("Inviting").email()).invite(email);
        return JoinPage.open(browser, Postbox.untilMailArrives(email).token());
    }

    private static List<List<String>> rows(String email) {
        return Database.rows("select * from invitation where recipient = ?", email);
    }
}

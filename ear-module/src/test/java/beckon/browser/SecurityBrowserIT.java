package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.Frame;
import beckon.browser.page.ShareLinkPage;
import beckon.browser.page.SignInPage;
import beckon.testing.App;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Postbox;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages {@code reset.xhtml}, {@code person/security.xhtml}, {@code person/two-step.xhtml}. */
class SecurityBrowserIT extends BrowserIT {

    private static final String NEW = "copper lantern drifting 7";

    @Test
    void forgottenPasswordIsChosenAnewByAMailedLink() {
        Company.Member member = Company.found("Forgetful Ltd").coworker("Flo");
        SignInPage.open(browser);
        browser.clickAndLoad("#signin-forgot");
        Axe.check(browser);
        browser.fill("#reset-email", member.email());
        browser.clickAndLoad("#reset-ask");
        browser.untilFocused("reset-sent");
        Axe.check(browser);

        String link = Postbox.untilMailArrives(member.email()).resetPath();
        browser.go(link);
        Axe.check(browser);
        browser.fill("#reset-password", "short");
        browser.clickAndLoad("#reset-send");
        assertThat(browser.text("#reset-password-error")).contains("at least 12");
        browser.fill("#reset-password", NEW);
        browser.clickAndLoad("#reset-send");
        browser.untilFocused("reset-done");
        Axe.check(browser);
        browser.clickAndLoad("#reset-signin");
        browser.untilAt("/signin");
        browser.go(link);
        assertThat(browser.text("h1")).isEqualTo("This link does not work any more");

        SignInPage.open(browser).send(member.email(), NEW);
        browser.see("#profile");
    }

    @Test
    void unknownAddressGetsTheSameWordsAsAKnownOne() {
        Company company = Company.found("Discreet Ltd");
        String known = asked(company.coworker("Kay").email());
        String unknown = asked(company.address("nobody"));

        assertThat(unknown.replaceAll("\\S+@\\S+", "@"))
                .isEqualTo(known.replaceAll("\\S+@\\S+", "@"));
    }

    private String asked(String email) {
        browser.go("/reset");
        browser.fill("#reset-email", email);
        browser.clickAndLoad("#reset-ask");
        browser.untilFocused("reset-sent");
        return browser.text("#reset");
    }

    @Test
    void linkThatOpensNothingIsSaidNotToWorkAnyMore() {
        browser.go("/reset/" + "x".repeat(43));

        assertThat(browser.text("h1")).isEqualTo("This link does not work any more");
        Axe.check(browser);
    }

    @Test
    void passwordIsChangedByWhoKnowsIt() {
        Company.Member member = Company.found("Change Ltd").coworker("Chad");
        SignInPage.signIn(browser, member.email());
        browser.go("/person/security");
        Axe.check(browser);
        browser.fill("#password-current", "wrong");
        browser.fill("#password-password", NEW);
        browser.click("#password-send");
        browser.untilSays("#password-current-error", "not your current password");
        browser.fill("#password-current", password());
        browser.fill("#password-password", NEW);
        browser.click("#password-send");
        browser.untilSays("#notices", "has been changed");

        new Frame(browser).signOut();
        new SignInPage(browser).send(member.email(), NEW);
        browser.see("#profile");
    }

    @Test
    void codeOfAnAppIsAskedForOnceItIsSetUp() {
        Company.Member member = Company.found("Two Steps Ltd").coworker("Toni");
        SignInPage.signIn(browser, member.email());
        browser.go("/person/security");
        browser.clickAndLoad("#second-step-set-up");
        List<String> codes = setUp();
        assertThat(codes).hasSize(10);
        browser.clickAndLoad("#two-step-done");
        browser.untilSays("#second-step-since", "10 recovery codes");
        Axe.check(browser);

        new Frame(browser).signOut();
        new SignInPage(browser).send(member.email(), password());
        browser.see("#signin-code");
        Axe.check(browser);
        browser.fill("#signin-code", "000000");
        browser.clickAndLoad("#signin-code-send");
        assertThat(browser.text("#signin-code-error")).contains("wrong, or has been used");
        browser.fill("#signin-code", codes.get(0));
        browser.clickAndLoad("#signin-code-send");
        browser.see("#profile");
    }

    @Test
    void adminGoesNowhereBeforeTheSecondStepThatThePolicyWants() {
        Company company = Company.found("Strict Ltd");
        Company.Member admin = company.admin("Ada");
        Database.update(
                "update invitation_policy set admins_need_totp = true"
                        + " where account_id = cast(? as bigint)",
                company.id());
        SignInPage.signIn(anotherBrowser(), company.coworker("Cy").email());

        SignInPage.open(browser).send(admin.email(), password());

        browser.untilAt("/person/two-step");
        assertThat(browser.text("#two-step-owed")).contains("Strict Ltd");
        Axe.check(browser);
        browser.go("/admin/policies");
        browser.untilAt("/person/two-step");

        setUp();
        browser.go("/admin/policies");

        browser.untilAt("/admin/policies");
    }

    @Test
    void secondStepIsSetUpAndTakenByTheKeyboardAlone() {
        Company.Member member = Company.found("Keys Only Ltd").coworker("Kim");
        SignInPage.signIn(browser, member.email());
        browser.go("/person/security");
        press("second-step-set-up", Keys.ENTER);
        browser.untilAt("/person/two-step");
        type("two-step-password", password());
        browser.untilFocused("two-step-code");
        type("two-step-code", App.show(browser.text("#two-step-secret")));
        browser.untilFocused("two-step-codes-lead");
        String code = browser.texts("#two-step-codes code").get(0);
        press("two-step-done", Keys.ENTER);
        browser.see("#second-step-since");

        new Frame(browser).signOut();
        type("signin-email", member.email());
        type("signin-password", password());
        browser.untilFocused("signin-code");
        type("signin-code", "000000");
        browser.untilFocused("error-summary");
        type("signin-code", code);
        browser.see("#profile");
    }

    @Test
    void rememberedDeviceSignsInByItselfUntilOneSignsOut() {
        Company.Member member = Company.found("Memory Ltd").coworker("Mel");
        SignInPage.open(browser);
        browser.click("#signin-remember");
        new SignInPage(browser).send(member.email(), password());
        browser.see("#profile");
        assertThat(browser.driver().manage().getCookieNamed("beckon-device").isHttpOnly()).isTrue();

        browser.driver().manage().deleteCookieNamed("beckon");
        browser.go("/invitation/list");
        browser.see("#profile");
        browser.untilAt("/invitation/list");

        new Frame(browser).signOut();
        browser.go("/");
        browser.untilAt("/signin");
    }

    /** In these two zones it is never the same day; the server lives in neither. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void daysThatTheServerWritesAreTheBrowsers(String zone) {
        Company.Member member = Company.found("Zoned Ltd").coworker("Zoe");
        browser.liveIn(zone);
        SignInPage.signIn(browser, member.email());
        browser.go("/person/tokens");
        browser.fill("#token-name", "Nightly report");
        browser.fill("#token-password", password());
        browser.click("#token-make");
        browser.see("#token-copy");
        browser.go("/person/tokens");

        Instant made =
                Instant.parse(
                        (String)
                                browser.script(
                                        "return document.querySelector('tr[data-token]"
                                                + " time').dateTime"));
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
        assertThat(browser.text("tr[data-token] time"))
                .isEqualTo(day.withZone(ZoneId.of(zone)).format(made));
    }

    @Test
    void newKeyIsCopiedByOneClick() {
        Company.Member member = Company.found("Keyed Ltd").coworker("Kim");
        SignInPage.signIn(browser, member.email());
        browser.go("/person/tokens");
        browser.fill("#token-name", "Nightly report");
        browser.fill("#token-password", password());
        browser.click("#token-make");
        String key = browser.text("#token-secret");

        ShareLinkPage.allowClipboard(browser);
        browser.click("#token-copy");

        browser.see("#token-copy .pi-check");
        assertThat(ShareLinkPage.clipboard(browser)).isEqualTo(key);
        Axe.check(browser);
    }

    @Test
    void pagesHaveNoAxeViolationInFrenchDarkAndNarrow() {
        Company.Member member = Company.found("Quatre Ltd").coworker("Quentin");
        SignInPage.signIn(browser, member.email()).frame().choose("fr");
        browser.prefer("dark").size(390, 844);
        for (String page :
                List.of(
                        "/reset",
                        "/person/security",
                        "/person/tokens",
                        "/person/profile",
                        "/person/data",
                        "/person/two-step")) {
            browser.go(page);
            browser.untilAt(page);
            Axe.check(browser);
        }
        setUp();
        browser.clickAndLoad("#two-step-done");
        browser.see("#second-step-since");
        Axe.check(browser);
    }

    private List<String> setUp() {
        browser.fill("#two-step-password", password());
        browser.clickAndLoad("#two-step-begin");
        Axe.check(browser);
        browser.fill("#two-step-code", App.show(browser.text("#two-step-secret")));
        browser.clickAndLoad("#two-step-confirm");
        browser.untilFocused("two-step-codes-lead");
        Axe.check(browser);
        return browser.texts("#two-step-codes code");
    }

    private void type(String field, String words) {
        press(field, words, Keys.ENTER);
    }

    private void press(String id, CharSequence... keys) {
        browser.see("#" + id);
        browser.tabTo(id).press(keys);
    }
}

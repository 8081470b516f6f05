package beckon.browser;

import static org.awaitility.Awaitility.await;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.InvitationListPage;
import beckon.browser.page.InviteByEmailPage;
import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Postbox;
import beckon.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of every page and dialog in each of its states, for people to look at: {@code mvn verify
 * -Pscreenshots}, then {@code ear-module/target/screenshots/index.html}.
 */
@RunAsClient
class Screenshots extends BeckonIT {
    private static final Path FOLDER = Path.of(System.getProperty("test.screenshots", "target"));
    private static final String PASSWORD = "kestrel-lantern-meadow-9";
    private static final String FIGURE =
            "<figure><a href=\"%1$s\"><img src=\"%1$s\" alt=\"\"></a>"
                    + "<figcaption>%2$s</figcaption></figure>\n";
    private static final Map<String, List<String>> TAKEN = new LinkedHashMap<>();

    private Browser browser;
    private String variant;

    @ParameterizedTest(name = "{0}x{1} {2} {3}")
    @CsvSource({
        "1440, 900, light, en",
        "1440, 900, dark, en",
        "1440, 900, light, fr",
        "1440, 900, dark, fr",
        "1024, 768, light, en",
        "1024, 768, dark, en",
        "1024, 768, light, fr",
        "1024, 768, dark, fr",
        "390, 844, light, en",
        "390, 844, dark, en",
        "390, 844, light, fr",
        "390, 844, dark, fr"
    })
    void everyPageInEachState(int width, int height, String colours, String language)
            throws IOException {
        variant = width + "-" + colours + "-" + language;
        browser = Browser.open().size(width, height).prefer(colours);
        browser.speak(language.equals("fr") ? "fr-FR,fr" : "en-GB,en");
        browser.expectStatus(404, 410);
        try {
            signIn();
            signUp(language);
            closedLinks();
            frame(language);
            inviting();
            invitations();
            policies();
            switchedOff();
        } finally {
            Postbox.behave("ok");
            browser.close();
        }
    }

    private void signIn() throws IOException {
        SignInPage page = SignInPage.open(browser);
        take("sign-in");
        page.send("nobody@acme.example", "wrong password");
        take("sign-in-refused");
        browser.go("/terms/privacy-notice");
        take("terms-document");
    }

    private void signUp(String language) throws IOException {
        String token = invite(Addresses.guest("gerda"), language);
        JoinPage join = JoinPage.open(browser, token);
        take("join-1-offer");
        browser.click("#offer-decline");
        join.untilStep("DECLINE");
        take("join-1-decline");
        browser.click("#decline-back");
        join.untilStep("OFFER").accept();
        take("join-2-age");
        browser.click("#age-continue");
        browser.see("#error-summary");
        take("join-2-age-error");
        join.oldEnough();
        take("join-3-about");
        join.about("Gerda", "", "short", "shorter");
        browser.see("#error-summary");
        take("join-3-about-error");
        browser.fill("#sign-up-last-name", "Guestova");
        browser.fill("#sign-up-password", PASSWORD);
        browser.untilQuiet();
        browser.fill("#sign-up-confirmation", PASSWORD);
        browser.see("#sign-up-strength .on");
        take("join-3-about-filled");
        browser.click("#about-continue");
        join.untilStep("TERMS");
        take("join-4-terms");
        join.finish();
        take("join-5-welcome");
        new Frame(browser).signOut();
        JoinPage.open(browser, invite(Addresses.guest("young"), language))
                .accept()
                .born(LocalDate.now().minusYears(12));
        join.untilStep("TOO_YOUNG");
        take("join-too-young");
    }

    private void closedLinks() throws IOException {
        String expired = Addresses.guest("late");
        String token = invite(expired, "en");
        Database.update(
                "update invitation set expires_at = cast('2020-01-01 00:00:00' as timestamp)"
                        + " where recipient = ?",
                expired);
        JoinPage.open(browser, token);
        take("join-expired");
        JoinPage.open(browser, "A".repeat(43));
        take("join-unknown");
    }

    private void frame(String language) throws IOException {
        ContactsPage contacts = SignInPage.signIn(browser, "anna@acme.example");
        if (!contacts.frame().language().equals(language)) {
            contacts.frame().choose(language);
        }
        contacts.untilListed("@");
        take("contacts");
        browser.fill("#filter", "no such person");
        browser.see("#contacts .empty");
        take("contacts-none-found");
        browser.go("/contact/guests");
        take("contacts-guests");
        browser.go("/contact/personal");
        take("contacts-personal");
        ContactsPage.open(browser).openCard("Ben");
        take("contact-card");
        ContactsPage.open(browser).frame().openNewActions();
        browser.click("#new-actions-invite");
        browser.see("#new-actions-by-email");
        take("new-actions");
        ContactsPage.open(browser).frame().openProfile();
        take("profile-menu");
        browser.go("/no-such-page");
        take("not-found");
    }

    private void inviting() throws IOException {
        InviteByEmailPage dialog = ContactsPage.open(browser).frame().inviteByEmail();
        take("invite-empty");
        String open = Addresses.guest("open");
        Api.as("anna@acme.example").invite(open);
        dialog.add(
                        Addresses.coworker("hugo.lindqvist"),
                        Addresses.guest("marie.curie"),
                        "not-an-address",
                        "ben@acme.example",
                        open)
                .untilChips(5);
        browser.fill("#invite-by-email-message", "Bonjour, looking forward to working with you!");
        take("invite-filled");
        browser.click("#invite-by-email-preview-open");
        browser.see("#invite-by-email-preview");
        take("invite-preview");
        browser.click("#invite-by-email-preview-back");
        browser.click("#invite-by-email-cancel");
        browser.see("#invite-by-email-discard");
        take("invite-discard");
        browser.click("#invite-by-email-discard-no");
        dialog.send();
        take("invite-results");
        dialog.done();
    }

    private void invitations() throws IOException {
        Company company = Company.found("Northwind Traders");
        Company.Member member = company.admin("Nadia");
        new Frame(browser).signOut();
        ContactsPage contacts = SignInPage.signIn(browser, member.email());
        if (variant.endsWith("fr")) {
            contacts.frame().choose("fr");
        }
        InvitationListPage.open(browser);
        take("invitations-none");
        Api api = Api.as(member.email());
        api.inviteAndAwaitMail(Addresses.guest("sent"));
        Postbox.behave("reject:550");
        String nobody = Addresses.guest("no.such.mailbox");
        api.invite(nobody);
        untilDispatch(nobody, "FAILED");
        Postbox.behave("reject:451");
        String busy = Addresses.guest("busy");
        api.invite(busy);
        untilDispatch(busy, "DELAYED");
        InvitationListPage.open(browser);
        take("invitations");
        browser.click("[data-revoke]");
        take("invitation-revoke");
        Postbox.behave("ok");
    }

    private void policies() throws IOException {
        browser.go("/admin/policies");
        browser.see("#policy-form");
        take("policies");
        browser.fill("#policy-expiry-hours", "9999");
        browser.click("#policy-save");
        browser.see("#policy-expiry-hours-error");
        take("policies-error");
    }

    private void switchedOff() throws IOException {
        Company company = Company.found("Closed Doors plc");
        company.admin("Adelheid");
        company.letInvite("ADMINS");
        new Frame(browser).signOut();
        ContactsPage contacts = SignInPage.signIn(browser, company.coworker("Cosmo").email());
        if (variant.endsWith("fr")) {
            contacts.frame().choose("fr");
        }
        contacts.frame().openNewActions();
        take("inviting-switched-off");
    }

    private static void untilDispatch(String recipient, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                state.equals(
                                        Database.value(
                                                "select state from dispatch where recipient = ?",
                                                recipient)));
    }

    private static String invite(String email, String language) {
        Api.as("ben@acme.example")
                .post(
                        "/invitations",
                        "{\"emails\": [\"" + email + "\"], \"language\": \"" + language + "\"}");
        return Postbox.untilMailArrives(email).token();
    }

    private void take(String state) throws IOException {
        browser.untilQuiet();
        browser.script("document.getAnimations().forEach(each => each.finish())");
        Files.createDirectories(FOLDER);
        String file = state + "-" + variant + ".png";
        Files.write(FOLDER.resolve(file), browser.picture());
        TAKEN.computeIfAbsent(state, key -> new ArrayList<>()).add(file);
    }

    @AfterAll
    static void overview() throws IOException {
        if (TestServer.isHere()) {
            return;
        }
        StringBuilder page =
                new StringBuilder(
                        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"UTF-8\"><title>Beckon,"
                                + " page by page</title><style>body{font:14px"
                                + " sans-serif;margin:24px}section{display:flex;flex-wrap:wrap;gap:12px}"
                                + "figure{margin:0}img{height:260px;border:1px solid"
                                + " #bbb}figcaption{color:#555}</style>\n");
        TAKEN.forEach(
                (state, files) -> {
                    page.append("<h2>").append(state).append("</h2><section>\n");
                    for (String file : files) {
                        page.append(
                                FIGURE.formatted(
                                        file,
                                        file.substring(state.length() + 1).replace(".png", "")));
                    }
                    page.append("</section>\n");
                });
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("index.html"), page);
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.InvitationListPage;
import beckon.browser.page.JoinPage;
import beckon.browser.page.ShareLinkPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Sharing a link, from the dialog to whoever joins by it. */
class ShareLinkBrowserIT extends BrowserIT {
    private static final String PASSWORD = "kestrel-lantern-meadow-9";

    @Test
    void fromACopiedLinkToANewContact() {
        Company company = Company.found("Linked Ltd");
        Company.Member owner = company.coworker("Lena");
        String guest = Addresses.guest("lars");
        ContactsPage contacts = SignInPage.signIn(browser, owner.email());
        browser.countAnew();

        ShareLinkPage dialog = ShareLinkPage.byNewActions(browser);
        String url = dialog.copied();

        assertThat(url).isEqualTo(dialog.url()).contains("/join/");
        assertThat(browser.requests()).noneMatch(request -> request.type().equals("Document"));
        assertThat(browser.text("#share-link-live")).isEqualTo("Copied");
        Browser invitee = anotherBrowser();
        JoinPage join = JoinPage.open(invitee, token(url));
        assertThat(invitee.text("main")).contains("Lena Tester").contains("Linked Ltd");
        invitee.fill("#confirm-address", guest);
        invitee.click("#offer-accept");
        join.untilStep("SENT");
        assertThat(invitee.text("#confirm-sent")).contains(guest);
        Mail mail = Postbox.untilMailArrives(guest);
        assertThat(mail.subject()).isEqualTo("Confirm your address to join Linked Ltd on Beckon");
        assertThat(uses(company)).isZero();

        ContactsPage welcomed =
                JoinPage.open(invitee, mail.token())
                        .accept()
                        .oldEnough()
                        .about("Lars", "Larsson", PASSWORD)
                        .finish();

        welcomed.untilListed("Lena Tester");
        assertThat(uses(company)).isEqualTo(1);
        InvitationListPage.open(browser).search(guest).untilRowSays(guest, "Joined");
        ContactsPage.open(browser).untilListed("Lars Larsson");
        assertThat(contacts.row("Lars Larsson")).contains("Guest");
    }

    @Test
    void wrongAddressIsPutRightAndKept() {
        JoinPage join = JoinPage.open(browser, shared("Typo Ltd"));

        browser.fill("#confirm-address", "not an address");
        browser.click("#offer-accept");
        browser.see("#error-summary");
        assertThat(browser.value("#confirm-address")).isEqualTo("not an address");
        Axe.check(browser);
        String typed = Addresses.guest("typo");
        browser.fill("#confirm-address", typed);
        browser.click("#offer-accept");
        join.untilStep("SENT");
        Axe.check(browser);
        assertThat(browser.see("#confirm-again").isEnabled()).isFalse();
        browser.click("#confirm-other");
        join.untilStep("OFFER");
        assertThat(browser.value("#confirm-address")).isEqualTo(typed);
        String right = Addresses.guest("right");
        browser.fill("#confirm-address", right);
        browser.press(Keys.ENTER);
        join.untilStep("SENT");
        Postbox.untilMailArrives(right);
    }

    @Test
    void whoIsSignedInJoinsAtOnceAndAMemberIsIn() {
        String token = shared("At Once Ltd");
        Company.Member other = Company.found("Other Ltd").coworker("Olaf");
        SignInPage.signIn(browser, other.email());

        JoinPage join = JoinPage.open(browser, token);
        assertThat(browser.text("#sign-up")).contains(other.email());
        browser.clickAndLoad("#offer-accept");
        browser.see("#profile");
        JoinPage.open(browser, token);
        join.untilStep("MEMBER");
        assertThat(join.heading()).isEqualTo("You are in");
        Axe.check(browser);
        browser.clickAndLoad("#member-open");
        browser.see("#profile");
    }

    @Test
    void linkForADomainRefusesOtherAddressesInWords() {
        Company company = Company.found("Bound Ltd");
        String token = shared(company);
        Database.update(
                "update invitation_link set domain = 'bound.example'"
                        + " where account_id = cast(? as bigint)",
                company.id());
        JoinPage join = JoinPage.open(browser, token);
        assertThat(browser.text("#sign-up")).contains("bound.example");

        browser.fill("#confirm-address", Addresses.guest("elsewhere"));
        browser.click("#offer-accept");
        browser.untilSays("#error-summary", "bound.example");

        SignInPage.signIn(browser, Company.found("Elsewhere Ltd").coworker("Elmo").email());
        JoinPage.open(browser, token);
        browser.clickAndLoad("#offer-accept");
        browser.untilSays("#error-summary", "bound.example");
        assertThat(join.step()).isEqualTo("OFFER");
    }

    @Test
    void linkGoesIntoAMail() {
        Company company = Company.found("R&D = 100 % ?&bcc=eve@x.example#\u202E");
        SignInPage.signIn(browser, company.coworker("Mara").email());

        ShareLinkPage dialog = ShareLinkPage.byEnvelope(browser);

        String link = browser.see("#share-link-mail").getDomAttribute("href");
        assertThat(link).startsWith("mailto:?").matches("[!-~]+").hasSizeLessThan(1_800);
        Map<String, String> fields =
                Arrays.stream(URI.create(link).getRawSchemeSpecificPart().substring(1).split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
        assertThat(fields.keySet()).containsExactlyInAnyOrder("subject", "body");
        assertThat(fields.get("subject")).startsWith("Join R&D = 100 % ?&bcc=");
        assertThat(fields.get("body")).contains(dialog.url()).contains("Mara Tester");
    }

    @Test
    void settingsAreKeptAndTheLinkToo() {
        Company company = Company.found("Settings Ltd");
        SignInPage.signIn(browser, company.coworker("Sten").email());
        ShareLinkPage dialog = ShareLinkPage.byNewActions(browser).settings();
        String url = dialog.url();

        browser.fill("#share-link-domain", "nonsense");
        browser.click("#share-link-update");
        browser.untilSays("#share-link-domain-error", "domain");
        Axe.check(browser);
        browser.fill("#share-link-domain", company.domain());
        browser.fill("#share-link-uses", "25");
        browser.choose("#share-link-hours", "24");
        browser.click("#share-link-update");

        browser.untilSays("#share-link-facts", "0 of 25");
        browser.untilSays("#share-link-changed", "updated");
        assertThat(browser.text("#share-link-facts")).contains(company.domain());
        assertThat(dialog.url()).isEqualTo(url);
        dialog.settings();
        browser.click("#share-link-new");
        browser.until("another link", d -> !dialog.url().equals(url));
        browser.untilSays("#share-link-changed", "new link");
        dialog.deactivate();
        assertThat(browser.sees("#share-link-url")).isFalse();
    }

    @Test
    void refusedClipboardLeavesTheLinkSelected() {
        SignInPage.signIn(browser, Company.found("Clip Ltd").coworker("Cleo").email());
        ShareLinkPage dialog = ShareLinkPage.byNewActions(browser);
        browser.script(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () =>"
                        + " Promise.reject(new Error('refused'))}});");

        browser.click("#share-link-copy");

        browser.see("#share-link-copy-hint");
        assertThat(
                        browser.script(
                                "const f = document.getElementById('share-link-url'); return"
                                        + " f.value.slice(f.selectionStart, f.selectionEnd)"))
                .isEqualTo(dialog.url());
        browser.untilFocused("share-link-url");
    }

    @Test
    void codeIsShownWithItsQuietZoneInTheDarkToo() {
        SignInPage.signIn(browser, Company.found("Codes Ltd").coworker("Cora").email());
        browser.prefer("dark");
        ShareLinkPage.byNewActions(browser);
        browser.click("#share-link-qr-show");

        browser.see("#share-link-qr svg path");
        assertThat(
                        browser.script(
                                "return getComputedStyle(document.querySelector('#share-link-qr"
                                        + " svg')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        Axe.check(browser);
    }

    @Test
    void codeHoldsTheLink() {
        SignInPage.signIn(browser, Company.found("Scanned Ltd").coworker("Scott").email());
        ShareLinkPage dialog = ShareLinkPage.byNewActions(browser);
        browser.click("#share-link-qr-show");

        WebElement path = browser.see("#share-link-qr svg path");

        QrCode code = QrCode.encodeText(dialog.url(), QrCode.Ecc.MEDIUM);
        String dark =
                IntStream.range(0, code.size * code.size)
                        .filter(at -> code.getModule(at % code.size, at / code.size))
                        .mapToObj(at -> "M" + at % code.size + " " + at / code.size + "h1v1h-1z")
                        .collect(Collectors.joining());
        assertThat(path.getDomAttribute("d")).isEqualTo(dark);
    }

    @Test
    void keyboardAloneSharesOnASmallScreenInFrench() {
        Company company = Company.found("Clavier");
        ContactsPage contacts = SignInPage.signIn(browser, company.coworker("Chloé").email());
        contacts.frame().choose("fr");
        browser.size(390, 844);

        browser.tabTo("new-actions");
        browser.press(Keys.ENTER);
        browser.untilFocused("new-actions-invite");
        browser.press(Keys.ARROW_RIGHT);
        browser.untilFocused("new-actions-by-email");
        browser.press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-by-text");
        browser.press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-by-link");
        browser.press(Keys.ENTER);
        ShareLinkPage dialog = ShareLinkPage.shownIn(browser);
        assertThat(browser.text("#share-link-title")).isEqualTo("Partager un lien d’invitation");
        ShareLinkPage.allowClipboard(browser);
        browser.press(Keys.TAB);
        browser.untilFocused("share-link-copy");
        browser.press(Keys.ENTER);
        browser.untilSays("#share-link-live", "Copié");
        assertThat(ShareLinkPage.clipboard(browser)).isEqualTo(dialog.url());
        assertNoSidewaysScrolling();
        Axe.check(browser);
        browser.press(Keys.ESCAPE);
        browser.untilGone("#share-link[open]");
    }

    @Test
    void whereSharingIsSwitchedOffTheEntrySaysWhomToAsk() {
        Company company = Company.found("Mute Ltd");
        company.admin("Aiko");
        Company.Member member = company.coworker("Milo");
        company.letShareLinks("ADMINS");
        SignInPage.signIn(browser, member.email());

        browser.click("#new-actions");
        browser.click("#new-actions-invite");

        assertThat(browser.see("#new-actions-by-link").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(browser.text("#new-actions-link-reason")).contains("Aiko Tester");
        Axe.check(browser);
    }

    @Test
    void whereOnlyLinksAreLeftTheirEntryIsOpen() {
        Company company = Company.found("Links Only Ltd");
        company.admin("Aiko");
        Company.Member member = company.coworker("Milo");
        company.letInvite("ADMINS");
        SignInPage.signIn(browser, member.email());

        browser.click("#new-actions");
        browser.click("#new-actions-invite");

        assertThat(browser.see("#new-actions-by-email").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(browser.text("#new-actions-email-reason")).contains("Aiko Tester");
        Axe.check(browser);
        browser.click("#new-actions-by-link");
        browser.see("#share-link[open]");
    }

    @Test
    void listCopiesRenewsAndDeactivates() {
        Company company = Company.found("Listed Ltd");
        Company.Member owner = company.coworker("Lucy");
        SignInPage.signIn(browser, owner.email());
        browser.go("/invitation/links");
        browser.see("#link-empty");
        Axe.check(browser);
        browser.click("#link-empty-share");
        String url = ShareLinkPage.shownIn(browser).url();
        browser.click("#share-link-done");
        browser.see("#link-table tbody tr");
        ShareLinkPage.allowClipboard(browser);

        browser.click("[data-copy-link]");
        browser.untilSays("#link-list-live", "Copied");
        assertThat(ShareLinkPage.clipboard(browser)).isEqualTo(url);
        browser.size(390, 844);
        assertNoSidewaysScrolling();
        assertThat(
                        browser.script(
                                "return [...document.querySelectorAll('#link-table button')]"
                                        + ".every(b => b.getBoundingClientRect().right <="
                                        + " b.closest('tr').getBoundingClientRect().right)"))
                .isEqualTo(true);
        browser.size(1440, 900);
        browser.click("[data-renew-link]");
        browser.untilSays("#notices", "new address");
        browser.click("[data-copy-link]");
        browser.until("another link", d -> !ShareLinkPage.clipboard(browser).equals(url));
        JoinPage.open(anotherBrowser(), token(url)).untilStep("CLOSED");
        browser.click("[data-deactivate-link]");
        browser.click("#deactivate-link-yes");
        browser.untilSays("#link-table", "Deactivated");
        Axe.check(browser);

        Browser admin = anotherBrowser();
        SignInPage.signIn(admin, company.admin("Ada").email());
        admin.go("/invitation/links?of=everybody");
        admin.untilSays("#link-table", "Lucy Tester");
        assertThat(admin.sees("[data-copy-link]")).isFalse();
    }

    @Test
    void usedUpAndDeadLinksSayWhatToDo() {
        Company company = Company.found("Full Ltd");
        String token = shared(company);
        Database.update(
                "update invitation_link set max_uses = 1, uses = 1"
                        + " where account_id = cast(? as bigint)",
                company.id());

        JoinPage join = JoinPage.open(browser, token);

        join.untilStep("CLOSED");
        assertThat(join.heading()).isEqualTo("This link is used up");
        Axe.check(browser);
    }

    /** The token of a link that somebody of a new company shares. */
    private String shared(String companyName) {
        return shared(Company.found(companyName));
    }

    private String shared(Company company) {
        Browser owner = anotherBrowser();
        SignInPage.signIn(owner, company.coworker("Sara").email());
        return ShareLinkPage.byEnvelope(owner).token();
    }

    private static long uses(Company company) {
        return Database.number(
                "select uses from invitation_link where account_id = cast(? as bigint)",
                company.id());
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void assertNoSidewaysScrolling() {
        assertThat(
                        browser.script(
                                "return document.documentElement.scrollWidth"
                                        + " <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }
}

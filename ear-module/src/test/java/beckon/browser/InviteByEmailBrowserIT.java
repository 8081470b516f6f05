package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.InviteByEmailPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Postbox;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The dialog {@code invitation/by-email.xhtml}. */
class InviteByEmailBrowserIT extends BrowserIT {

    @AfterEach
    void mailServerIsUp() {
        Postbox.behave("ok");
    }

    @Test
    void dialogOpensWithoutLoadingAPage() {
        ContactsPage contacts =
                SignInPage.signIn(browser, Company.found("Open Ltd").coworker("Opal").email());
        browser.untilQuiet();
        browser.countAnew();

        contacts.frame().inviteByEmail();

        assertThat(browser.requests()).noneMatch(request -> request.type().equals("Document"));
    }

    @Test
    void everyStateHasNoAxeViolation() {
        Company company = Company.found("Axe Ltd");
        InviteByEmailPage dialog =
                SignInPage.signIn(browser, company.admin("Axa").email()).frame().inviteByEmail();
        Axe.check(browser);
        dialog.add(company.address("a"), Addresses.guest("b"), "not an address").untilChips(3);
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        browser.click("#invite-by-email-preview-open");
        browser.see("#invite-by-email-preview");
        Axe.check(browser);
        browser.click("#invite-by-email-preview-back");
        browser.click("#invite-by-email-cancel");
        browser.see("#invite-by-email-discard");
        Axe.check(browser);
        browser.click("#invite-by-email-discard-no");
        dialog.send();
        Axe.check(browser);
        browser.prefer("light");
        Axe.check(browser);
    }

    @Test
    void pastedListsOfAllSortsBecomeChips() {
        Company company = Company.found("Paste Ltd");
        InviteByEmailPage dialog = open(company.coworker("Pia"));
        String one = Addresses.guest("one");
        String two = Addresses.guest("two");
        String three = Addresses.guest("three");
        String four = Addresses.guest("four");

        paste(
                "Jane <"
                        + one
                        + ">; \"Doe, John\" <"
                        + two
                        + ">\nmailto:"
                        + three
                        + "\t\u200B"
                        + four
                        + ", ");

        dialog.untilChips(4);
        assertThat(dialog.chips())
                .satisfiesExactly(
                        chip -> assertThat(chip).contains(one),
                        chip -> assertThat(chip).contains(two),
                        chip -> assertThat(chip).contains(three),
                        chip -> assertThat(chip).contains(four));
    }

    @Test
    void keysPartAddressesAndBackspaceLeadsToTheLast() {
        InviteByEmailPage dialog = open(Company.found("Keys Ltd").coworker("Kay"));
        browser.see(InviteByEmailPage.TO)
                .sendKeys(Addresses.guest("enter"), Keys.ENTER, Addresses.guest("comma"), ",");
        browser.see(InviteByEmailPage.TO)
                .sendKeys(Addresses.guest("semicolon"), ";", Addresses.guest("tab"), Keys.TAB);

        dialog.untilChips(4);
        browser.see(InviteByEmailPage.TO).sendKeys(Keys.BACK_SPACE);
        browser.press(Keys.BACK_SPACE);
        dialog.untilChips(3);
    }

    @Test
    void twentyFirstAddressIsRefusedInWordsAndStays() {
        InviteByEmailPage dialog = open(Company.found("Many Ltd").coworker("Max"));
        String all =
                IntStream.range(0, 21)
                        .mapToObj(i -> Addresses.guest("n" + i))
                        .collect(Collectors.joining(", "));

        paste(all);

        dialog.untilChips(20);
        assertThat(dialog.counter()).isEqualTo("20 / 20");
        assertThat(dialog.problem()).contains("20").contains("21");
        assertThat(browser.value(InviteByEmailPage.TO)).contains("n20");
    }

    @Test
    void wrongAddressStaysAsARedChipAndCanBeCorrected() {
        InviteByEmailPage dialog = open(Company.found("Red Ltd").coworker("Rita"));
        String right = Addresses.guest("right");

        dialog.add("wrong@", right).untilChips(2);
        assertThat(browser.text(".chip.bad")).contains("wrong@");
        dialog.send();
        assertThat(dialog.outcomes()).hasSize(2);
        browser.click("[data-correct]");

        browser.until("field", d -> "wrong@".equals(browser.value(InviteByEmailPage.TO)));
        Postbox.untilMailArrives(right);
    }

    @Test
    void alreadyInvitedOffersToSendAgain() {
        Company company = Company.found("Again Ltd");
        Company.Member inviter = company.coworker("Agnes");
        String guest = Addresses.guest("again");
        open(inviter).add(guest).untilChips(1).send().done();
        Postbox.untilMailArrives(guest);

        InviteByEmailPage dialog = new ContactsPage(browser).frame().inviteByEmail();
        dialog.add(guest).untilChips(1).send();
        assertThat(dialog.outcome(guest)).contains("invited");
        browser.click("#invite-by-email-others .button");

        Postbox.untilMailsArrive(guest, 2);
    }

    @Test
    void doubleClickSendsOnce() {
        InviteByEmailPage dialog = open(Company.found("Twice Ltd").coworker("Twyla"));
        String guest = Addresses.guest("once");
        dialog.add(guest).untilChips(1);

        browser.doubleClick("#invite-by-email-send");

        browser.see("#invite-by-email-result");
        assertThat(dialog.outcomes()).hasSize(1).noneMatch(row -> row.contains("was invited"));
        Postbox.untilMailArrives(guest);
        assertThat(Database.number("select count(*) from invitation where recipient = ?", guest))
                .isEqualTo(1);
    }

    @Test
    void enterKeyThatBouncesSendsOnce() {
        InviteByEmailPage dialog = open(Company.found("Bounce Ltd").coworker("Bo"));
        String guest = Addresses.guest("bounce");
        dialog.add(guest).untilChips(1);

        browser.script(
                "const send = document.getElementById('invite-by-email-send'); send.click();"
                        + " send.click(); send.click();");

        browser.see("#invite-by-email-result");
        assertThat(dialog.outcomes()).hasSize(1).noneMatch(row -> row.contains("was invited"));
    }

    @Test
    void mailServerDownMeansQueuedAndNotSent() {
        InviteByEmailPage dialog = open(Company.found("Down Ltd").coworker("Dawn"));
        String guest = Addresses.guest("queued");
        Postbox.behave("down");

        dialog.add(guest).untilChips(1).send();

        assertThat(dialog.outcome(guest)).doesNotContain("Sent");
        browser.see("#invite-by-email-result").isDisplayed();
        Postbox.behave("ok");
        Postbox.untilMailArrives(guest);
    }

    @Test
    void switchedOffEntriesAreThereAndSayWhomToAsk() {
        Company company = Company.found("Off Ltd");
        company.admin("Adelheid");
        Company.Member coworker = company.coworker("Cosmo");
        company.letInvite("ADMINS");
        company.letShareLinks("ADMINS");
        ContactsPage contacts = SignInPage.signIn(browser, coworker.email());

        contacts.frame().openNewActions();
        assertThat(browser.see("#new-actions-invite").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(browser.text("#new-actions-reason")).contains("Adelheid Tester");
        Axe.check(browser);
        browser.click("#new-actions-invite");
        assertThat(browser.sees("#invite-by-email[open]")).isFalse();
        browser.press(Keys.ESCAPE);
        browser.click("#invite");
        assertThat(browser.see("#invite-by-email-entry").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(browser.text("#invite-reason")).contains("Adelheid Tester");
    }

    @Test
    void policyChangedWhileTheDialogIsOpenIsRefusedOnSend() {
        Company company = Company.found("Changing Ltd");
        company.admin("Adria");
        InviteByEmailPage dialog = open(company.coworker("Chad"));
        String guest = Addresses.guest("toolate");
        dialog.add(guest).untilChips(1);

        company.letInvite("ADMINS");
        browser.click("#invite-by-email-send");

        browser.untilSays(InviteByEmailPage.PROBLEM, "Adria Tester");
        assertThat(dialog.chips()).hasSize(1);
        assertThat(Database.number("select count(*) from invitation where recipient = ?", guest))
                .isZero();
    }

    @Test
    void onlyAdminsSeeInviteAs() {
        Company company = Company.found("Kinds Ltd");
        open(company.coworker("Cody"));
        assertThat(browser.sees("#invite-by-email-as")).isFalse();

        Browser second = anotherBrowser();
        InviteByEmailPage dialog =
                SignInPage.signIn(second, company.admin("Ayla").email()).frame().inviteByEmail();
        String boss = Addresses.guest("boss");
        second.choose("#invite-by-email-as", "ADMIN");
        dialog.add(boss).untilChips(1);
        assertThat(dialog.chips().get(0)).contains("Admin");
        dialog.send();
        Postbox.untilMailArrives(boss);
    }

    @Test
    void tamperedAdminIsRefused() {
        Company company = Company.found("Forged Ltd");
        InviteByEmailPage dialog = open(company.coworker("Fox"));
        String boss = Addresses.guest("forged");
        dialog.add(boss).untilChips(1);

        browser.script(
                """
                document.getElementById('invite-by-email-as').value = 'ADMIN';
                """);
        browser.click("#invite-by-email-send");
        browser.untilQuiet();
        browser.until(
                "an answer",
                d ->
                        browser.sees(InviteByEmailPage.PROBLEM)
                                || browser.sees("#invite-by-email-result"));

        assertThat(
                        Database.number(
                                "select count(*) from invitation where recipient = ? and kind ="
                                        + " 'ADMIN'",
                                boss))
                .isZero();
    }

    @Test
    void serverOutOfReachIsNotTheAddresseesFault() {
        InviteByEmailPage dialog = open(Company.found("Offline Ltd").coworker("Olaf"));
        dialog.add(Addresses.guest("reachable")).untilChips(1);
        browser.script("window.inviteByEmailSend = () => beckonInviteByEmail.failed({status: 0});");

        browser.click("#invite-by-email-send");

        browser.untilSays("#invite-by-email-failed", "reach");
        assertThat(browser.sees(InviteByEmailPage.PROBLEM)).isFalse();
        assertThat(browser.see(InviteByEmailPage.TO).getDomAttribute("aria-invalid"))
                .isNotEqualTo("true");
        Axe.check(browser);
    }

    @Test
    void textSurvivesTheEndOfTheSession() {
        Company company = Company.found("Expiry Ltd");
        Company.Member member = company.coworker("Exa");
        InviteByEmailPage dialog = open(member);
        String guest = Addresses.guest("kept");
        dialog.add(guest).untilChips(1);
        browser.fill("#invite-by-email-message", "See you on Monday");
        Database.update(
                "update sign_in_session set ended_at = created_at where person_id = cast(? as"
                        + " bigint)",
                member.caller().personId());

        browser.click("#invite-by-email-send");
        browser.see("#signin-form");
        new SignInPage(browser).send(member.email(), password());

        browser.see("#invite-by-email[open]");
        dialog.untilChips(1);
        assertThat(dialog.chips().get(0)).contains(guest);
        assertThat(browser.value("#invite-by-email-message")).isEqualTo("See you on Monday");
        dialog.send();
        assertThat(Postbox.untilMailArrives(guest).text()).contains("See you on Monday");
    }

    @Test
    void draftLeftBehindIsOnlyHintedAtElsewhere() {
        InviteByEmailPage dialog = open(Company.found("Draft Ltd").coworker("Dora"));
        String guest = Addresses.guest("draft");
        dialog.add(guest).untilChips(1);

        browser.go("/invitation/list");
        browser.see("#invite-by-email-draft-hint");
        assertThat(browser.sees("#invite-by-email[open]")).isFalse();
        Axe.check(browser);
        ContactsPage contacts = ContactsPage.open(browser);
        assertThat(browser.sees("#invite-by-email-draft-hint")).isFalse();
        contacts.frame().openNewActions();
        browser.click("#new-actions-invite");
        browser.untilSays("#new-actions-by-email", "Draft");
        Axe.check(browser);

        browser.click("#new-actions-by-email");
        dialog.untilChips(1);
        assertThat(dialog.chips().get(0)).contains(guest);
        dialog.send().done();
        contacts.frame().openNewActions();
        browser.click("#new-actions-invite");
        assertThat(browser.text("#new-actions-by-email")).isEqualTo("By email");
    }

    @Test
    void previewShowsTheMailAndNoLink() {
        Company company = Company.found("Preview Ltd");
        InviteByEmailPage dialog = open(company.coworker("Prue"));
        dialog.add(Addresses.guest("preview")).untilChips(1);
        browser.fill("#invite-by-email-message", "<b>Hello</b> there");

        browser.click("#invite-by-email-preview-open");
        browser.untilSays("#invite-by-email-preview-subject", "Preview Ltd");
        browser.click("#invite-by-email-as-text");

        assertThat(browser.text("#invite-by-email-preview-text"))
                .contains("Prue Tester")
                .contains("<b>Hello</b> there");
    }

    @Test
    void fromGuestsTheChoiceIsGuest() {
        Company company = Company.found("From Guests Ltd");
        SignInPage.signIn(browser, company.admin("Gwen").email());
        browser.go("/contact/guests");

        InviteByEmailPage dialog = new ContactsPage(browser).inviteByEnvelope();

        assertThat(browser.value("#invite-by-email-as")).isEqualTo("GUEST");
        dialog.add(company.address("asguest")).untilChips(1);
        assertThat(dialog.chips().get(0)).contains("Guest");
    }

    @Test
    void fromGuestsTheChoiceOfACoworkerIsGuestAsWell() {
        Company company = Company.found("Also Guests Ltd");
        SignInPage.signIn(browser, company.coworker("Gala").email());
        ContactsPage contacts = new ContactsPage(browser);
        browser.go("/contact/guests");

        InviteByEmailPage dialog = contacts.inviteByEnvelope();
        assertThat(browser.sees("#invite-by-email-as")).isFalse();
        String guest = company.address("asguest");
        dialog.add(guest).untilChips(1);
        assertThat(dialog.chips().get(0)).contains("Guest");
        dialog.send().done();
        assertThat(Database.value("select kind from invitation where recipient = ?", guest))
                .isEqualTo("GUEST");

        browser.untilQuiet();
        dialog = contacts.frame().inviteByEmail();
        dialog.add(company.address("colleague")).untilChips(1);
        assertThat(dialog.chips().get(0)).contains("Co-worker");
    }

    @Test
    void draftCarriedOnFromGuestsInvitesAsGuests() {
        Company company = Company.found("Draft Guests Ltd");
        InviteByEmailPage dialog = open(company.coworker("Gila"));
        dialog.add(company.address("asguest")).untilChips(1);
        assertThat(dialog.chips().get(0)).contains("Co-worker");

        browser.go("/contact/guests");
        browser.see("#invite-by-email-draft-hint");
        new ContactsPage(browser).inviteByEnvelope().untilChips(1);

        assertThat(dialog.chips().get(0)).contains("Guest");
    }

    @Test
    void moreThanCanBeReadIsRefusedInWordsAndStays() {
        InviteByEmailPage dialog = open(Company.found("Endless Ltd").coworker("Enda"));

        for (int addresses : new int[] {6_000, 60_000}) {
            String all = "someone@guest.example, ".repeat(addresses);
            browser.script("document.getElementById('invite-by-email-to').value = ''");
            paste(all);

            browser.untilSays(InviteByEmailPage.PROBLEM, "more than can be read at once");
            assertThat(dialog.problem()).contains("20");
            assertThat(browser.value(InviteByEmailPage.TO)).hasSizeGreaterThan(all.length() - 3);
        }
    }

    @Test
    void whatTheServerFindsTooLongIsSaidSoAndStays() {
        InviteByEmailPage dialog = open(Company.found("Too Large Ltd").coworker("Tola"));
        String guest = Addresses.guest("first");
        dialog.add(guest).untilChips(1);
        browser.expectStatus(413);
        browser.script("document.getElementById('invite-by-email-app').dataset.longest = 1e9");

        paste("someone@guest.example, ".repeat(60_000));

        browser.untilSays(InviteByEmailPage.PROBLEM, "more than can be read at once");
        assertThat(browser.value(InviteByEmailPage.TO)).hasSizeGreaterThan(1_000_000);
        assertThat(dialog.chips()).hasSize(1);
        browser.fill(InviteByEmailPage.TO, "");
        dialog.send();
        assertThat(dialog.outcome(guest)).isNotBlank();
    }

    @Test
    void adminsAreToldThatTheyCanChangeThePolicy() {
        Company company = Company.found("Nobody Ltd");
        company.admin("Otheradmin");
        Company.Member admin = company.admin("Nora");
        InviteByEmailPage dialog = open(admin);
        dialog.add(Addresses.guest("nobody")).untilChips(1);
        company.letInvite("NOBODY");
        company.letShareLinks("NOBODY");

        browser.click("#invite-by-email-send");
        browser.untilSays(InviteByEmailPage.PROBLEM, "under Policies");
        String refusal = dialog.problem();
        browser.click("#invite-by-email-cancel");
        browser.click("#invite-by-email-discard-yes");
        browser.reload();
        new ContactsPage(browser).frame().openNewActions();

        assertThat(browser.text("#new-actions-reason"))
                .isEqualTo(refusal)
                .doesNotContain("Otheradmin");
    }

    @Test
    void guestsAreRefusedWithoutNamingTheCompanysPeople() {
        Company company = Company.found("Guest Rules Ltd");
        company.admin("Ada");
        company.letGuestsInvite(true);
        InviteByEmailPage dialog = open(company.guest("Gus"));
        dialog.add(Addresses.guest("friend")).untilChips(1);
        company.letGuestsInvite(false);

        browser.click("#invite-by-email-send");

        browser.untilSays(InviteByEmailPage.PROBLEM, "Ask the person who invited you.");
        assertThat(dialog.problem()).doesNotContain("Ada").doesNotContain("Guest Rules");
    }

    private InviteByEmailPage open(Company.Member member) {
        return SignInPage.signIn(browser, member.email()).frame().inviteByEmail();
    }

    private void paste(String text) {
        browser.script(
                """
                const data = new DataTransfer();
                data.setData('text', arguments[0]);
                document.getElementById('invite-by-email-to').dispatchEvent(
                    new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                """,
                text);
    }
}

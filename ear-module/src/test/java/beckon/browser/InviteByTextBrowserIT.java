package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.InviteByTextPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Postbox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The dialog {@code invitation/by-text.xhtml}. */
class InviteByTextBrowserIT extends BrowserIT {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @TempDir private Path folder;

    @Test
    void whatWasReviewedArrivesAsOneTextForEachPerson() {
        Company company = Company.found("Whole Ltd");
        Company.Member inviter = company.coworker("Wanda");
        String marie = Addresses.mobile();
        String byHand = Addresses.mobile();
        company.addContact(inviter, "Marie Curie", marie);
        InviteByTextPage dialog = open(inviter);

        dialog.type("mari", 1).add("").untilChips(1).add(national(byHand)).untilChips(2);
        dialog.insertEmoji("family").next();
        assertThat(dialog.bubble()).contains("Whole Ltd").contains(FAMILY).contains("/join/");
        assertThat(browser.texts("#invite-by-text-review .people li"))
                .anySatisfy(row -> assertThat(row).contains("Marie Curie", national(marie)))
                .hasSize(2);
        dialog.send();

        for (String phone : new String[] {marie, byHand}) {
            assertThat(Postbox.untilTextArrives(phone))
                    .singleElement()
                    .asString()
                    .contains("Wanda Tester")
                    .contains(FAMILY)
                    .containsPattern("/join/[A-Za-z0-9_-]{43}");
        }
        assertThat(dialog.outcomes()).anyMatch(row -> row.contains("Marie Curie"));
        browser.until(
                "delivered",
                d -> dialog.outcomes().stream().allMatch(row -> row.contains("Delivered")));
    }

    @Test
    void everyStateHasNoAxeViolation() {
        Company company = Company.found("Axe Text Ltd");
        Company.Member admin = company.admin("Axel");
        company.addContact(admin, "Marie Curie", Addresses.mobile(), Addresses.mobile());
        InviteByTextPage dialog = open(admin);
        Axe.check(browser);
        dialog.type("mari", 2);
        Axe.check(browser);
        dialog.add("").untilChips(1).add(Addresses.mobile(), "01 42 68 53 00").untilChips(3);
        browser.prefer("dark");
        Axe.check(browser);
        browser.click("#invite-by-text-emoji");
        browser.see("#invite-by-text-emoji-list button");
        Axe.check(browser);
        browser.prefer("light");
        Axe.check(browser);
        browser.press(Keys.ESCAPE);
        dialog.write("Hello").next();
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        dialog.send();
        Axe.check(browser);
    }

    @Test
    void ofTwoNumbersOneIsChosenByTheArrows() {
        Company company = Company.found("Two Ltd");
        Company.Member inviter = company.coworker("Tove");
        company.addContact(inviter, "Marie Curie", "+33612345678", "+41795550142");
        InviteByTextPage dialog = open(inviter).type("mar", 2);

        assertThat(browser.texts(InviteByTextPage.OPTION))
                .satisfiesExactly(
                        first -> assertThat(first).contains("06 12 34 56 78"),
                        second -> assertThat(second).contains("+41 79 555 01 42"));
        browser.see(InviteByTextPage.TO).sendKeys(Keys.ARROW_DOWN);
        assertThat(browser.see(InviteByTextPage.TO).getDomAttribute("aria-activedescendant"))
                .isEqualTo("invite-by-text-option-1");
        browser.see(InviteByTextPage.TO).sendKeys(Keys.ENTER);

        dialog.untilChips(1);
        assertThat(dialog.chips().get(0)).contains("Marie Curie", "+41 79 555 01 42", "Guest");
    }

    @Test
    void guestIsOfferedNoNumbersButTheirOwn() {
        Company company = Company.found("Guest Text Ltd");
        company.letGuestsInvite(true);
        Company.Member secretia = company.coworker("Secretia");
        beckon.testing.Database.update(
                "update contact set phone = '+33612345678'"
                        + " where membership_id = cast(? as bigint)",
                secretia.caller().membershipId());
        Company.Member guest = company.guest("Guy");
        company.addContact(guest, "Secret Friend", Addresses.mobile());

        InviteByTextPage dialog = open(guest).type("secr", 1);

        assertThat(browser.texts(InviteByTextPage.OPTION))
                .singleElement()
                .asString()
                .contains("Secret Friend");
        assertThat(dialog.chips()).isEmpty();
    }

    @Test
    void escapeClosesTheSuggestionsAndNotTheDialog() {
        Company company = Company.found("Esc Text Ltd");
        Company.Member inviter = company.coworker("Esme");
        company.addContact(inviter, "Marie Curie", Addresses.mobile());
        InviteByTextPage dialog = open(inviter).type("mar", 1);

        browser.press(Keys.ESCAPE);

        browser.untilGone("#invite-by-text-options");
        assertThat(browser.sees("#invite-by-text[open]")).isTrue();
        assertThat(browser.value(InviteByTextPage.TO)).isEqualTo("mar");
        assertThat(dialog.chips()).isEmpty();
    }

    @Test
    void sameNumberInAnotherNotationIsOneChip() {
        InviteByTextPage dialog = open(Company.found("Same Ltd").coworker("Sam"));

        paste("06 98 76 54 32; +33698765432\n0033 6 98 76 54 32, 0698.76.54.31");

        dialog.untilChips(2);
        assertThat(dialog.chips())
                .satisfiesExactly(
                        chip -> assertThat(chip).contains("06 98 76 54 32"),
                        chip -> assertThat(chip).contains("06 98 76 54 31"));
        browser.untilSays("#invite-by-text-live", "2 numbers were in the list already");
    }

    @Test
    void numbersThatGetNoTextsSayWhy() {
        InviteByTextPage dialog = open(Company.found("Why Ltd").coworker("Wyn"));

        dialog.add("01 42 68 53 00", "0899 70 00 00", "3615", "12-34-ab", "+7 912 345-67-89")
                .untilChips(5);

        assertThat(browser.texts("#invite-by-text-chips .chip.bad"))
                .satisfiesExactly(
                        chip -> assertThat(chip).contains("fixed line"),
                        chip -> assertThat(chip).contains("service number"),
                        chip -> assertThat(chip).contains("short code"),
                        chip -> assertThat(chip).contains("not a valid number"),
                        chip -> assertThat(chip).contains("country not allowed"));
        browser.click("#invite-by-text-next");
        browser.untilSays(InviteByTextPage.PROBLEM, "None of these numbers");
    }

    @Test
    void complaintGoesAsSoonAsSomebodyIsTyped() {
        InviteByTextPage dialog = open(Company.found("Nobody Yet Ltd").coworker("Nils"));
        browser.click("#invite-by-text-next");
        browser.see(InviteByTextPage.PROBLEM);

        browser.fill(InviteByTextPage.TO, "0");

        browser.untilGone(InviteByTextPage.PROBLEM);
        assertThat(dialog.browser().see(InviteByTextPage.TO).getDomAttribute("aria-invalid"))
                .isEqualTo("false");
    }

    @Test
    void twentyFirstNumberIsRefusedInWordsAndStays() {
        InviteByTextPage dialog = open(Company.found("Many Texts Ltd").coworker("Mona"));

        paste(
                IntStream.range(10, 31)
                        .mapToObj(i -> "06 98 76 54 " + i)
                        .collect(Collectors.joining("\n")));

        dialog.untilChips(20);
        assertThat(browser.text("#invite-by-text-count")).isEqualTo("20 / 20");
        assertThat(browser.text(InviteByTextPage.PROBLEM)).contains("20").contains("21");
        assertThat(browser.value(InviteByTextPage.TO)).isEqualTo("06 98 76 54 30");
    }

    @Test
    void deletedLinkIsPutBackAndNextSaysSo() {
        InviteByTextPage dialog = open(Company.found("Back Ltd").coworker("Bea"));
        String phone = Addresses.mobile();
        dialog.add(phone).untilChips(1).write("Come and join us").next();

        assertThat(browser.text("#invite-by-text-put-back")).contains("put back");
        assertThat(dialog.bubble()).startsWith("Come and join us http");
        dialog.back();
        assertThat(dialog.message()).isEqualTo("Come and join us {link}");
        dialog.next();
        assertThat(browser.sees("#invite-by-text-put-back")).isFalse();
    }

    @Test
    void foreignLinkIsRefusedAtTheField() {
        InviteByTextPage dialog = open(Company.found("Foreign Ltd").coworker("Fay"));
        dialog.add(Addresses.mobile()).untilChips(1).write("Look at evil.example {link}");

        browser.click("#invite-by-text-next");

        browser.untilSays(InviteByTextPage.MESSAGE_PROBLEM, "no other link");
        browser.untilFocused("invite-by-text-message");
        Axe.check(browser);
    }

    @Test
    void emptyMessageIsTheDefaultAndResetBringsItBack() {
        InviteByTextPage dialog = open(Company.found("Default Ltd").coworker("Dee"));
        String standard = dialog.message();
        assertThat(standard).contains("Dee Tester").contains("Default Ltd").contains("{link}");
        assertThat(browser.sees("#invite-by-text-reset")).isFalse();

        dialog.write("Other words {link}");
        browser.click("#invite-by-text-reset");
        assertThat(dialog.message()).isEqualTo(standard);
        browser.choose("#invite-by-text-language", "fr");
        assertThat(dialog.message()).contains("Default Ltd").isNotEqualTo(standard);
        browser.choose("#invite-by-text-language", "en");
        dialog.write("").add(Addresses.mobile()).untilChips(1).next();

        assertThat(dialog.bubble()).startsWith("Dee Tester");
        assertThat(browser.sees("#invite-by-text-put-back")).isFalse();
    }

    @Test
    void attachedFileGoesAlongAsALink() throws IOException {
        InviteByTextPage dialog = open(Company.found("File Ltd").coworker("Fila"));
        String phone = Addresses.mobile();
        attach("plan");
        Axe.check(browser);
        dialog.add(phone).untilChips(1).next();
        assertThat(dialog.bubble()).contains("/file/");
        dialog.send();

        assertThat(Postbox.untilTextArrives(phone))
                .singleElement()
                .asString()
                .containsPattern("/join/[A-Za-z0-9_-]{43}\\s+http\\S+/file/[A-Za-z0-9_-]{43}");
        browser.click("#invite-by-text-more");
        assertThat(browser.see("#invite-by-text-attachment-add").isDisplayed()).isTrue();
    }

    @Test
    void fileOfADialogThatIsLeftIsGone() throws IOException {
        InviteByTextPage dialog = open(Company.found("Left Ltd").coworker("Lea"));
        String name = Addresses.unique("left");
        attach(name);
        assertThat(files(name)).isOne();

        browser.click("#invite-by-text-cancel");
        browser.click("#invite-by-text-discard-yes");

        browser.until("file is gone", any -> files(name) == 0);
    }

    @Test
    void counterTellsEncodingAndSegmentsAsOneWrites() {
        InviteByTextPage dialog = open(Company.found("Count Ltd").coworker("Cora"));
        browser.untilSays(InviteByTextPage.LENGTH, "GSM-7");

        dialog.insertEmoji("rocket");
        browser.untilSays(InviteByTextPage.LENGTH, "UCS-2");
        dialog.write("{link}");
        browser.untilSays(InviteByTextPage.LENGTH, "/ 160 · 1 segment · GSM-7");
        dialog.write("{link}" + "a".repeat(160));
        browser.untilSays(InviteByTextPage.LENGTH, "/ 306 · 2 segments · GSM-7");
    }

    @Test
    void backKeepsEverything() {
        InviteByTextPage dialog = open(Company.found("Keep Ltd").coworker("Kea"));
        dialog.add(Addresses.mobile(), "3615").untilChips(2).write("Kept {link}");
        browser.choose("#invite-by-text-language", "fr");

        dialog.next().back();

        assertThat(dialog.chips()).hasSize(2);
        assertThat(dialog.message()).isEqualTo("Kept {link}");
        assertThat(browser.value("#invite-by-text-language")).isEqualTo("fr");
    }

    @Test
    void doubleClickSendsOnce() {
        InviteByTextPage dialog = open(Company.found("Once Ltd").coworker("Ona"));
        String phone = Addresses.mobile();
        dialog.add(phone).untilChips(1).next();

        browser.doubleClick("#invite-by-text-send");

        browser.see("#invite-by-text-result");
        assertThat(dialog.outcomes()).hasSize(1).noneMatch(row -> row.contains("was invited"));
        assertThat(Postbox.untilTextArrives(phone)).hasSize(1);
        assertThat(Database.number("select count(*) from invitation where recipient = ?", phone))
                .isEqualTo(1);
    }

    @Test
    void sameDraftThatArrivesAgainIsAnsweredAsBefore() {
        InviteByTextPage dialog = open(Company.found("Again Ltd").coworker("Aga"));
        dialog.add(Addresses.mobile()).untilChips(1).next().send();

        browser.script("window.inviteByTextSend()");
        browser.untilQuiet();

        assertThat(dialog.outcomes()).hasSize(1).noneMatch(row -> row.contains("was invited"));
    }

    @Test
    void wrongNumberCanBeCorrectedFromTheResult() {
        InviteByTextPage dialog = open(Company.found("Mend Ltd").coworker("Mel"));
        dialog.add(Addresses.mobile(), "01 42 68 53 00").untilChips(2).next().send();

        assertThat(dialog.outcomes()).anyMatch(row -> row.contains("is a fixed line"));
        browser.click("[data-correct]");

        browser.until("field", d -> "01 42 68 53 00".equals(browser.value(InviteByTextPage.TO)));
    }

    @Test
    void whatWasWrittenSurvivesTheEndOfTheSession() {
        Company.Member member = Company.found("Expired Ltd").coworker("Exa");
        InviteByTextPage dialog = open(member);
        String phone = Addresses.mobile();
        dialog.add(national(phone)).untilChips(1).write("Until Monday {link}").next();
        Database.update(
                "update sign_in_session set ended_at = created_at where person_id = cast(? as"
                        + " bigint)",
                member.caller().personId());

        browser.click("#invite-by-text-send");
        browser.see("#signin-form");
        new SignInPage(browser).send(member.email(), password());

        browser.see("#invite-by-text[open]");
        dialog.untilChips(1);
        assertThat(dialog.message()).isEqualTo("Until Monday {link}");
        dialog.next().send();
        assertThat(Postbox.untilTextArrives(phone)).singleElement().asString().contains("Monday");
    }

    @Test
    void theWholeWayIsThereForTheKeyboardAlone() {
        Company company = Company.found("Keyboard Text Ltd");
        Company.Member inviter = company.coworker("Kit");
        String phone = Addresses.mobile();
        company.addContact(inviter, "Marie Curie", phone);
        SignInPage.signIn(browser, inviter.email());

        browser.tabTo("new-actions").press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-invite");
        browser.press(Keys.ARROW_RIGHT);
        browser.untilFocused("new-actions-by-email");
        browser.press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-by-text");
        browser.press(Keys.ENTER);
        browser.untilFocused("invite-by-text-to");
        browser.press("marie", Keys.ENTER);
        browser.untilSays(InviteByTextPage.CHIP, "Marie Curie");
        browser.tabTo("invite-by-text-emoji").press(Keys.ENTER);
        browser.untilFocused("invite-by-text-emoji-search");
        browser.see("#invite-by-text-emoji-list button");
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ENTER);
        browser.untilFocused("invite-by-text-message");
        browser.tabTo("invite-by-text-next").press(Keys.ENTER);
        browser.see("#invite-by-text-bubble");
        browser.tabTo("invite-by-text-send").press(Keys.ENTER);
        browser.see("#invite-by-text-result");
        browser.tabTo("invite-by-text-done").press(Keys.ENTER);
        browser.untilGone("#invite-by-text[open]");

        assertThat(Postbox.untilTextArrives(phone)).singleElement().asString().contains("😄");
    }

    @Test
    void frenchOnAPhone() {
        Company company = Company.found("Petite SARL");
        SignInPage.signIn(browser, company.coworker("Paulette").email()).frame().choose("fr");
        browser.size(390, 844);
        InviteByTextPage dialog = new ContactsPage(browser).frame().inviteByText();
        String phone = Addresses.mobile();

        dialog.add(national(phone), "3615").untilChips(2);
        assertThat(dialog.chips().get(1)).contains("numéro court");
        browser.choose("#invite-by-text-language", "fr");
        assertThat(dialog.message()).contains("{link}");
        Axe.check(browser);
        dialog.next();
        assertThat(browser.text("#invite-by-text-send")).isEqualTo("Envoyer 1 SMS");
        Axe.check(browser);
        assertThat(browser.script("return document.documentElement.scrollWidth <= 390"))
                .isEqualTo(true);
        dialog.send();

        assertThat(dialog.outcomes()).anyMatch(row -> row.contains("est un numéro court"));
        assertThat(Postbox.untilTextArrives(phone)).hasSize(1);
    }

    @Test
    void fromGuestsTheChoiceIsGuest() {
        SignInPage.signIn(browser, Company.found("Text Guests Ltd").admin("Gwen").email());
        ContactsPage contacts = new ContactsPage(browser);
        browser.go("/contact/guests");

        contacts.inviteByTextByEnvelope();

        assertThat(browser.value("#invite-by-text-as")).isEqualTo("GUEST");
    }

    @Test
    void switchedOffEntriesSayWhomToAsk() {
        Company company = Company.found("No Texts Ltd");
        company.admin("Adelheid");
        Company.Member coworker = company.coworker("Cosmo");
        company.letText("ADMINS");
        ContactsPage contacts = SignInPage.signIn(browser, coworker.email());

        contacts.frame().openNewActions();
        browser.click("#new-actions-invite");
        assertThat(browser.see("#new-actions-by-text").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(browser.text("#new-actions-text-reason")).contains("Adelheid Tester");
        Axe.check(browser);
        browser.click("#new-actions-by-text");
        assertThat(browser.sees("#invite-by-text[open]")).isFalse();
        browser.press(Keys.ESCAPE, Keys.ESCAPE);
        browser.click("#invite");
        assertThat(browser.text("#invite-text-reason")).contains("Adelheid Tester");
    }

    @Test
    void textsAreListedByNumberAndFoundByItsDigits() {
        Company company = Company.found("List Texts Ltd");
        InviteByTextPage dialog = open(company.coworker("Lis"));
        String phone = Addresses.mobile();
        dialog.add(phone).untilChips(1).next().send().done();
        Postbox.untilTextArrives(phone);

        browser.go("/invitation/list");
        assertThat(browser.text("#invitation-table tbody")).contains(national(phone));
        browser.see("#invitation-table .channel[aria-label='By text']");
        Axe.check(browser);
        browser.fill("#invitation-search", national(phone).substring(0, 11));
        browser.untilSays("#invitation-table tbody", national(phone));
        browser.fill("#invitation-search", "07 00 00");
        browser.untilGone("#invitation-table");
    }

    private void attach(String name) throws IOException {
        Path picture = folder.resolve(name + ".png");
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        browser.driver()
                .findElement(By.id("invite-by-text-attachment-file"))
                .sendKeys(picture.toString());
        browser.see("#invite-by-text-attachment-field[data-state='ready']");
    }

    private static long files(String name) {
        return Database.number("select count(*) from attachment where name = ?", name + ".png");
    }

    private InviteByTextPage open(Company.Member member) {
        return SignInPage.signIn(browser, member.email()).frame().inviteByText();
    }

    /** As the French write it. */
    private static String national(String e164) {
        return ("0" + e164.substring(3)).replaceAll("(\\d{2})(?=\\d)", "$1 ");
    }

    private void paste(String text) {
        browser.script(
                """
                const data = new DataTransfer();
                data.setData('text', arguments[0]);
                document.getElementById('invite-by-text-to').dispatchEvent(
                    new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                """,
                text);
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactForm;
import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Postbox;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** One's own contacts: adding, changing, removing, inviting from the card. */
class PersonalContactBrowserIT extends BrowserIT {

    @Test
    void contactIsAddedWithSeveralNumbersAndAddressesAndFoundByEach() {
        SignInPage.signIn(browser, Company.found("Books Ltd").coworker("Bea").email());
        browser.go("/contact/personal");

        ContactForm.openNew(browser)
                .name("Marie Curie")
                .email(0, "marie@work.example")
                .email(1, "m.curie@home.example")
                .phone(0, "+33 6 12 34 56 78")
                .phone(1, "+41 79 555 01 42");
        Axe.check(browser);
        ContactsPage contacts = new ContactForm(browser).save();

        contacts.untilListed("Marie Curie");
        browser.untilSays("#group-personal .number", "1");
        browser.untilSays("#notices", "Marie Curie is among your contacts");
        for (String text : new String[] {"m.curie", "555 01 42", "work.ex"}) {
            contacts.filter(text).untilCount(1).untilListed("Marie Curie");
        }
        contacts.openCard("Marie Curie");
        assertThat(browser.text("#contact-card"))
                .contains("m.curie@home.example", "+41 79 555 01 42");
        Axe.check(browser);
    }

    @Test
    void whatIsWrongIsSaidBesideTheLineAndNothingTypedIsLost() {
        SignInPage.signIn(browser, Company.found("Typos Ltd").coworker("Ty").email());

        ContactForm.openNew(browser).name("Tom").email(0, "tom@").phone(0, "12").saveInVain();

        browser.untilSays("#contact-email-problem-0", "incomplete");
        browser.see("#contact-phone-problem-0");
        browser.untilFocused("contact-email:0:text");
        assertThat(browser.value("#contact-name")).isEqualTo("Tom");
        Axe.check(browser);
        new ContactForm(browser).email(0, "tom@x.example").phone(0, "").save();
        ContactsPage.open(browser).untilListed("Tom");
    }

    @Test
    void escapeAsksBeforeItLosesWhatWasTyped() {
        SignInPage.signIn(browser, Company.found("Escape Ltd").coworker("Esme").email());
        ContactForm.openNew(browser);
        browser.press(Keys.ESCAPE);
        browser.untilGone("#contact-edit[open]");

        ContactForm.openNew(browser).name("Tom").email(0, "tom@x.example");
        browser.press(Keys.ESCAPE);
        browser.untilFocused("contact-edit-discard-no");
        Axe.check(browser);
        browser.press(Keys.ENTER);
        browser.untilFocused("contact-email:0:text");
        assertThat(browser.value("#contact-name")).isEqualTo("Tom");

        browser.click("#contact-edit-close");
        browser.click("#contact-edit-discard-yes");
        browser.untilGone("#contact-edit[open]");
        ContactForm.openNew(browser);
        assertThat(browser.value("#contact-name")).isEmpty();
    }

    @Test
    void doubleClickAddsOneLine() {
        SignInPage.signIn(browser, Company.found("Lines Ltd").coworker("Lin").email());
        ContactForm.openNew(browser);

        browser.doubleClick("#contact-email-add");

        browser.untilFocused("contact-email:1:text");
        browser.untilQuiet();
        assertThat(browser.texts("#contact-emails input[type=email]")).hasSize(2);
    }

    @Test
    void addressThatIsInTheBookIsRefusedInWords() {
        SignInPage.signIn(browser, Company.found("Twice Ltd").coworker("Tea").email());
        ContactForm.openNew(browser).name("Zoë").email(0, "zoe@x.example").save();

        ContactForm.openNew(browser).name("Again").email(0, "ZOE@x.example").saveInVain();

        browser.untilSays("#contact-edit-problem", "among your contacts already, as Zoë");
    }

    @Test
    void contactIsChangedFromItsCard() {
        Company.Member owner = Company.found("Changes Ltd").coworker("Cleo");
        SignInPage.signIn(browser, owner.email());
        browser.go("/contact/personal");
        ContactForm.openNew(browser).name("Old Name").email(0, "old@x.example").save();

        new ContactsPage(browser).openCard("Old Name");
        ContactForm.openFromCard(browser).name("New Name").email(0, "new@x.example").save();

        new ContactsPage(browser).untilListed("New Name").untilGone("Old Name");
        new ContactsPage(browser).filter("old@x").untilGone("New Name");
    }

    @Test
    void removedContactComesBackByUndo() {
        SignInPage.signIn(browser, Company.found("Undo Ltd").coworker("Una").email());
        browser.go("/contact/personal");
        ContactForm.openNew(browser).name("Gone Soon").email(0, "gone@x.example").save();

        new ContactsPage(browser).openCard("Gone Soon");
        browser.click("#contact-remove");
        browser.see("#contact-undo-notice");
        new ContactsPage(browser).untilGone("Gone Soon");
        browser.untilSays("#group-personal .number", "0");
        browser.untilFocused("contact-undo-go");
        Axe.check(browser);
        browser.press(Keys.ENTER);

        new ContactsPage(browser).untilListed("Gone Soon");
        browser.untilGone("#contact-undo-notice");
    }

    @Test
    void contactIsInvitedFromTheCardAndThenSentAgain() {
        Company.Member owner = Company.found("Cards Ltd").coworker("Carl");
        String address = Addresses.guest("paul");
        SignInPage.signIn(browser, owner.email());
        browser.go("/contact/personal");
        ContactForm.openNew(browser).name("Paul").email(0, address).save();

        new ContactsPage(browser).openCard("Paul");
        browser.click("#contact-by-email");
        browser.see("#invite-by-email[open]");
        browser.untilSays("#invite-by-email-chips .chip", address);
        browser.click("#invite-by-email-send");
        browser.untilSays("#invite-by-email-outcomes", address);
        Postbox.untilMailArrives(address);
        browser.click("#invite-by-email-done");

        ContactsPage.open(browser).filter("paul").openCard("Paul");
        browser.untilSays("#contact-invited-0", address);
        assertThat(browser.sees("#contact-by-email")).isFalse();
        Axe.check(browser);
        browser.click("#contact-resend-0");
        browser.untilSays("#notices", "on its way again");
    }

    @Test
    void inviteEntriesOfTheCardSayWhyTheyAreSwitchedOff() {
        Company company = Company.found("Closed Ltd");
        Company.Member owner = company.coworker("Cora");
        company.admin("Adam");
        company.letInvite("NOBODY");
        SignInPage.signIn(browser, owner.email());
        ContactForm.openNew(browser).name("Paul").email(0, "paul@x.example").save();

        ContactsPage.open(browser).openCard("Paul");

        assertThat(browser.see("#contact-by-email").getDomAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(browser.text("#contact-why-not")).isNotBlank();
        Axe.check(browser);
        browser.click("#contact-by-email");
        assertThat(browser.sees("#invite-by-email[open]")).isFalse();
    }

    @Test
    void guestKeepsContactsWithoutBeingAbleToInvite() {
        Company company = Company.found("Guests Ltd");
        SignInPage.signIn(browser, company.guest("Gus").email());

        new Frame(browser).openNewActions();
        assertThat(browser.driver().findElements(org.openqa.selenium.By.id("new-actions-invite")))
                .isEmpty();
        browser.click("#new-actions-contact");
        new ContactForm(browser).name("Friend").email(0, "friend@x.example").save();

        ContactsPage.open(browser).openCard("Friend");
        assertThat(browser.sees("#contact-by-email")).isFalse();
    }

    @Test
    void everythingWorksByKeyboardInFrenchOnAPhone() {
        Company.Member owner = Company.found("Clavier SA").coworker("Chloé");
        SignInPage.signIn(browser, owner.email());
        new Frame(browser).choose("fr");
        browser.size(390, 844).go("/contact/personal");
        browser.tabTo("contact-new").press(Keys.ENTER);
        browser.untilFocused("contact-name");
        browser.press("Zoé Brun", Keys.TAB, "zoe@x.example");
        Axe.check(browser);
        browser.tabTo("contact-edit-save").press(Keys.ENTER);

        new ContactsPage(browser).untilListed("Zoé Brun");
        browser.untilSays("#notices", "fait partie de vos contacts");
        assertThat(Api.as(owner.email()).get("/contacts?query=zoe").body()).contains("Zoé Brun");
    }

    @Test
    void hostileTextIsShownAsText() {
        SignInPage.signIn(browser, Company.found("Hostile Ltd").coworker("Hal").email());
        browser.go("/contact/personal");
        String hostile = "\"><img src=x onerror=alert(1)> #{7*7} ${7*7}";

        ContactForm.openNew(browser).name(hostile).email(0, "hostile@x.example").save();

        new ContactsPage(browser).untilListed(hostile).openCard("img");
        browser.untilSays("#contact-name-shown", hostile);
        ContactForm.openFromCard(browser);
        assertThat(browser.value("#contact-name")).isEqualTo(hostile);
    }
}

package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.ContactsPage;
import beckon.browser.page.InviteByTextPage;
import beckon.browser.page.Uploads;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Pictures;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The dialog for inviting by text in each of its states. */
record TextDialog(Browser browser, Gallery gallery, MemberPages members) {

    void inviting() {
        Company company = Company.found("Contoso");
        Company.Member admin = company.admin("Carla");
        company.addContact(admin, "Marie Curie", "+33612345678", "+41795550142");
        members.signIn(admin.email());
        InviteByTextPage dialog = ContactsPage.open(browser).frame().inviteByText();
        gallery.take("text-empty");
        browser.click("#invite-by-text-next");
        browser.see(InviteByTextPage.PROBLEM);
        gallery.take("text-nobody");
        dialog.type("marie cu", 2);
        gallery.take("text-suggestions");
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        dialog.untilChips(1)
                .add(Addresses.mobile(), "01 42 68 53 00", "+7 912 345-67-89", "3615")
                .untilChips(5);
        browser.click("#invite-by-text-emoji");
        browser.see("#invite-by-text-emoji-list button");
        gallery.take("text-emoji");
        browser.press(Keys.ESCAPE);
        String counted = browser.text(InviteByTextPage.LENGTH);
        dialog.write("See evil.example {link}");
        browser.click("#invite-by-text-next");
        browser.see(InviteByTextPage.MESSAGE_PROBLEM);
        browser.until("counted anew", d -> !browser.text(InviteByTextPage.LENGTH).equals(counted));
        gallery.take("text-foreign-link");
        dialog.write("Bonjour, looking forward to working with you").insertEmoji("party");
        browser.untilSays(InviteByTextPage.LENGTH, "UCS-2");
        gallery.take("text-filled");
        attach();
        browser.see("#invite-by-text-attachment-field[data-state='ready']");
        gallery.take("text-attached");
        dialog.next();
        gallery.take("text-review");
        dialog.send();
        gallery.take("text-results");
        dialog.done();
    }

    private void attach() {
        Path picture = Uploads.file("Plan-de-la-journée.jpg", Pictures.jpeg(400, 300));
        browser.driver()
                .findElement(By.id("invite-by-text-attachment-file"))
                .sendKeys(picture.toString());
    }
}

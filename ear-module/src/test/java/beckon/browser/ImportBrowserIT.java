package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Files of contacts, in and out. */
class ImportBrowserIT extends BrowserIT {
    @TempDir Path folder;

    @Test
    void sheetIsMappedCheckedAndImportedAndComesAgainWithoutAChange() throws IOException {
        SignInPage.signIn(browser, Company.found("Sheets Ltd").coworker("Shay").email());
        String sheet =
                "Full name;Mail;Mobile\nZoë Brun;zoe@x.example;06 12 34 56 78\n"
                        + "Adam;not an address;\n;;\n";
        browser.go("/contact/import");
        Axe.check(browser);

        choose("people.csv", sheet);
        browser.see("#import-check");
        browser.untilSays("#import-columns-title", "people.csv");
        Axe.check(browser);
        browser.click("#import-check");
        browser.untilSays("#import-rows-title", "2 contacts to import");
        browser.untilSays("#import-table", "“not an address” is not a valid email address");
        Axe.check(browser);
        browser.click("#import-go");
        browser.untilSays("#import-rows-title", "2 contacts are imported");
        browser.untilSays("#group-personal .number", "2");
        Axe.check(browser);
        browser.clickAndLoad("#import-see");
        new ContactsPage(browser).untilListed("Zoë Brun").untilListed("Adam");

        browser.go("/contact/import");
        choose("people.csv", sheet);
        browser.click("#import-check");
        browser.untilSays("#import-rows-title", "nothing to import");
        assertThat(browser.sees("#import-go")).isFalse();
    }

    @Test
    void cardsAreCheckedAtOnceAndManyAreKeptWithProgress() throws IOException {
        SignInPage.signIn(browser, Company.found("Phones Ltd").coworker("Phil").email());
        String cards =
                IntStream.range(0, 600)
                        .mapToObj(
                                i ->
                                        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person "
                                                + i
                                                + "\r\nEMAIL:p"
                                                + i
                                                + "@x.example\r\nEND:VCARD\r\n")
                        .collect(Collectors.joining());
        browser.go("/contact/import");

        choose("phone.vcf", cards);
        browser.untilSays("#import-rows-title", "600 contacts to import");
        browser.click("#import-go");
        browser.untilSays("#import-rows-title", "600 contacts are imported");
        browser.click("[data-outcome='NEW']");
        browser.see("[data-outcome='NEW'][aria-pressed='true']");
        browser.click("#import-next");
        browser.untilSays("#import-table", "Person 70");
    }

    @Test
    void whatIsNoFileOfContactsIsRefusedInWords() throws IOException {
        SignInPage.signIn(browser, Company.found("Junk Ltd").coworker("June").email());
        browser.go("/contact/import").expectStatus(415, 422);

        choose("picture.png", "\u0089PNG\u0000\u0001");
        browser.untilSays("#import-error", "neither a vCard nor a CSV file");
        Axe.check(browser);
        choose("empty.csv", " ");
        browser.untilSays("#import-error", "empty");
        choose("broken.csv", "Name\n\"Zoë");
        browser.untilSays("#import-error", "quotation mark");
    }

    @Test
    void otherPersonsFileIsNotThere() throws IOException {
        Company company = Company.found("Walls Ltd");
        SignInPage.signIn(browser, company.coworker("Wanda").email());
        browser.go("/contact/import");
        choose("people.csv", "Name\nSecret Friend\n");
        browser.see("#import-check");
        String address = browser.driver().getCurrentUrl();
        new Frame(browser).signOut();

        SignInPage.signIn(browser, company.coworker("Walt").email());
        browser.go(address.substring(address.indexOf("/contact")));

        browser.see("#import-choose + *, #import-drop");
        browser.untilSays("#notices", "not here any more");
        assertThat(browser.text("#content")).doesNotContain("Secret");
    }

    @Test
    void importingSpeaksFrenchOnAPhone() throws IOException {
        SignInPage.signIn(browser, Company.found("Import SA").coworker("Inès").email());
        new Frame(browser).choose("fr");
        browser.size(390, 844).go("/contact/import");
        Axe.check(browser);
        choose("gens.csv", "Prénom;Nom;Tél. portable\nZoé;Brun;06 12 34 56 78\n");
        browser.untilSays("#import-columns-title", "Que signifient les colonnes");
        Axe.check(browser);
        browser.click("#import-check");
        browser.untilSays("#import-rows-title", "1 contact à importer");
        Axe.check(browser);
    }

    @Test
    void exportsAreOfferedOnThePersonalPage() {
        SignInPage.signIn(browser, Company.found("Out Ltd").coworker("Otto").email());
        browser.go("/contact/personal");

        browser.click("#contact-more");
        browser.see("#contact-export-csv");
        Axe.check(browser);
        browser.click("#contact-import");
        browser.untilAt("/contact/import");
    }

    private void choose(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        browser.driver().findElement(By.id("import-choose")).sendKeys(file.toString());
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The pages {@code admin/account.xhtml} and {@code admin/held.xhtml}. */
class AccountBrowserIT extends BrowserIT {
    private static final String GOOD_NEWS = "#notices .notice.good";

    @Test
    void newNameStandsInTheHeader() {
        open(Company.found("Old Name Ltd").admin("Nell"));
        Axe.check(browser);

        browser.fill("#account-form-name", "");
        browser.click("#account-save");
        browser.untilSays("#account-form-name-error", "company");
        browser.fill("#account-form-name", "New <b>Name</b> Ltd");
        browser.clickAndLoad("#account-save");

        browser.see(GOOD_NEWS);
        assertThat(browser.text("#account-name")).isEqualTo("New <b>Name</b> Ltd");
    }

    @Test
    void logoIsShownInTheHeaderAndToWhoIsInvited(@TempDir Path folder) throws IOException {
        Company company = Company.found("Logo Ltd");
        Company.Member admin = company.admin("Lou");
        open(admin);
        Path picture = folder.resolve("logo.png");
        BufferedImage image = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Color.ORANGE.getRGB());
        ImageIO.write(image, "png", picture.toFile());

        browser.driver().findElement(By.id("account-logo")).sendKeys(picture.toString());
        browser.clickAndLoad("#account-logo-save");

        browser.see(GOOD_NEWS);
        String logo = browser.see("#account-logo-now").getDomAttribute("src");
        assertThat(browser.see(".top .company-logo").getDomAttribute("src")).isEqualTo(logo);
        Axe.check(browser);
        String sam = Addresses.guest("sam");
        Api.as(admin.email()).invite(sam);
        Mail mail = Postbox.untilMailArrives(sam);
        Browser visitor = anotherBrowser();
        visitor.go(mail.text().replaceAll("(?s).*?(/join/\\S+).*", "$1"));
        assertThat(visitor.see(".card .company-logo").getDomAttribute("src")).isEqualTo(logo);
        assertThat(
                        visitor.script(
                                "return document.querySelector('.card .company-logo')"
                                        + ".naturalWidth"))
                .isEqualTo(400L);
        Axe.check(visitor);
        browser.clickAndLoad("#account-logo-remove");
        browser.untilGone(".company-logo");
    }

    @Test
    void whatIsNoPictureIsRefusedInWords(@TempDir Path folder) throws IOException {
        open(Company.found("Script Ltd").admin("Sue"));
        Path script = folder.resolve("logo.png");
        Files.writeString(script, "<svg onload='alert(1)'/>");

        assertThat(browser.text("#account-logo-name")).isEqualTo("No picture chosen");
        browser.driver().findElement(By.id("account-logo")).sendKeys(script.toString());
        assertThat(browser.text("#account-logo-name")).isEqualTo("logo.png");
        browser.clickAndLoad("#account-logo-save");

        browser.untilSays("#account-logo-error", "PNG or a JPEG");
        browser.untilFocused("account-logo");
        Axe.check(browser);
    }

    @Test
    void heldMessagesWaitForAnAdminsWord() {
        Company company = Company.found("Restored Ltd");
        Company.Member admin = company.admin("Rita");
        hold(company);
        open(admin);

        browser.clickAndLoad("#admin-held");
        assertThat(browser.text("#held-title")).isEqualTo("1 message waits");
        Axe.check(browser);
        browser.click("#held-discard");
        assertThat(browser.text("#discard-held-question")).contains("1 message");
        Axe.check(browser);
        browser.click("#discard-held-no");
        browser.click("#held-release");
        browser.clickAndLoad("#release-held-yes");

        browser.untilSays("#held-title", "Nothing is held");
        assertThat(browser.sees("#admin-held")).isFalse();
        Axe.check(browser);
    }

    private static void hold(Company company) {
        Database.update(
                "insert into delivery_hold (account_id, held_at, messages) values"
                        + " (cast(? as bigint), current_timestamp, 1)",
                company.id());
    }

    private void open(Company.Member admin) {
        SignInPage.signIn(browser, admin.email());
        browser.go("/admin/account");
        browser.see("#account-form");
    }
}

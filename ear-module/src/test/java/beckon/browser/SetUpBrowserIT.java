package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.SetUpPage;
import beckon.testing.Addresses;
import beckon.testing.Database;
import beckon.testing.SetUpLink;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page {@code setup.xhtml}: what the link leads to that the first start prints. */
class SetUpBrowserIT extends BrowserIT {
    private static final String PASSWORD = "kestrel-lantern-meadow-9";
    private final String company = Addresses.unique("Fabrikam");
    private String link;

    @BeforeEach
    void linkWorks() {
        link = SetUpLink.open();
    }

    @AfterEach
    void linkEnds() {
        SetUpLink.close();
    }

    @Test
    void companyWithoutANameIsSaid() {
        browser.go(link);
        Axe.check(browser);

        browser.clickAndLoad("#setup-next");

        assertThat(browser.text("#setup-account-name-error")).isNotBlank();
        assertThat(browser.focused()).isEqualTo("error-summary");
        Axe.check(browser);
    }

    @Test
    void nothingFilledInIsSaidAtEachFieldAndInASummary() {
        SetUpPage page = SetUpPage.open(browser, link, company).sendInVain();

        for (String field : List.of("first-name", "last-name", "email", "password")) {
            assertThat(page.isWrong(field)).as(field).isTrue();
            assertThat(page.error(field)).as(field).isNotBlank();
            assertThat(page.errors()).contains(page.error(field));
        }
        assertThat(browser.focused()).isEqualTo("error-summary");
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
    }

    @Test
    void summaryLeadsToTheField() {
        SetUpPage.open(browser, link, company).sendInVain();

        browser.click("#error-summary a[href='#setup-email']");

        browser.untilFocused("setup-email");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "email, not-an-address, not a valid email",
        "password, short, 12",
        "password, password1234, too many people"
    })
    void whatIsRefusedIsSaidAtItsFieldAndTheRestIsKept(String field, String value, String words) {
        SetUpPage page = filled().with(field, value).sendInVain();

        assertThat(page.isWrong(field)).isTrue();
        assertThat(page.error(field)).containsIgnoringCase(words);
        assertThat(browser.texts(".error")).hasSize(1);
        assertThat(browser.value("#setup-first-name")).isEqualTo("Ada");
        assertThat(browser.value("#setup-password")).isEmpty();
        assertThat(accounts()).isZero();
        browser.clickAndLoad("#setup-back");
        assertThat(browser.value("#setup-account-name")).isEqualTo(company);
    }

    @Test
    void linkWorksOnceItIsAllRightAndThenNoMore() {
        filled().with("password", "short").sendInVain().with("password", PASSWORD);

        browser.clickAndLoad("#setup-send");

        browser.see("#first-domain-form");
        Axe.check(browser);
        assertThat(accounts()).isEqualTo(1);
        browser.clickAndLoad("#first-domain-later");
        assertThat(browser.text("#account-name")).isEqualTo(company);
        browser.go(link);
        browser.see("#setup-signin");
    }

    @Test
    void firstDomainIsProvenNext() {
        filled();
        browser.clickAndLoad("#setup-send");
        browser.see("#first-domain-form");
        String domain = Addresses.unique("fabrikam").replace('.', '-') + ".example";

        browser.fill("#claim-domain", "gmail.com");
        browser.clickAndLoad("#first-domain-add");
        assertThat(browser.text("#claim-domain-error")).contains("company domain");
        browser.fill("#claim-domain", domain);
        browser.clickAndLoad("#first-domain-add");

        browser.untilSays("#domain-proof-title", domain);
    }

    private SetUpPage filled() {
        return SetUpPage.open(browser, link, company)
                .with("first-name", "Ada")
                .with("last-name", "Admin")
                .with("email", Addresses.guest("ada"))
                .with("password", PASSWORD);
    }

    private long accounts() {
        return Database.number("select count(*) from account where name = ?", company);
    }
}

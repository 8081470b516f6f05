package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.NameServer;
import beckon.testing.Postbox;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page {@code admin/domains.xhtml}. */
class DomainsBrowserIT extends BrowserIT {
    private static final String GOOD_NEWS = "#notices .notice.good";
    private final String domain = Addresses.unique("fresh").replace('.', '-') + ".example";

    @Test
    void recordInTheDnsMakesAClaimedDomainTheCompanysOwn() {
        Company company = open("Record Ltd");
        claim(domain.toUpperCase(Locale.ROOT) + ".");
        assertThat(isVerified()).isFalse();
        Axe.check(browser);
        try (NameServer names = new NameServer(dnsPort())) {
            browser.click("#claim-record");
            browser.untilSays("#claim-record-error", "no TXT record at _beckon." + domain);
            Axe.check(browser);
            names.with("_beckon." + domain, "beckon-verification=something-else");
            browser.click("#claim-record");
            browser.untilSays("#claim-record-error", "something else");

            names.with(browser.text("#record-name"), browser.text("#record-value"));
            browser.clickAndLoad("#claim-record");
        }

        browser.untilSays(GOOD_NEWS, domain + " is verified");
        assertThat(isVerified()).isTrue();
        assertThat(browser.text("#domain-list")).contains(domain, company.domain());
        assertThat(browser.sees("#domain-proof")).isFalse();
    }

    @Test
    void silentDnsIsSaidInWordsAndTheMailedCodeWorksWithoutIt() {
        open("Post Ltd");
        claim(domain);
        browser.click("#claim-record");
        browser.untilSays("#claim-record-error", "did not answer");

        browser.click("#claim-mail");
        browser.untilFocused("claim-code");
        Axe.check(browser);
        browser.fill("#claim-code", "AAAAA-AAAAA");
        browser.click("#claim-confirm");
        browser.untilSays("#claim-code-error", "not the code");
        String mail = Postbox.untilMailArrives("postmaster@" + domain).text();
        var code = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}").matcher(mail);
        assertThat(code.find()).as(mail).isTrue();
        assertThat(mail).contains(domain, "Dom", "Post Ltd").doesNotContain("/join/");
        browser.fill("#claim-code", code.group().toLowerCase(Locale.ROOT));
        browser.clickAndLoad("#claim-confirm");

        browser.untilSays(GOOD_NEWS, domain + " is verified");
        assertThat(isVerified()).isTrue();
    }

    @Test
    void subDomainsAreSwitchedByTheKeyboard() {
        Company company = open("Below Ltd");

        browser.see("[data-below]").sendKeys(Keys.SPACE);

        browser.untilSays(GOOD_NEWS, "count too now");
        assertThat(
                        Database.number(
                                "select count(*) from verified_domain where sub_domains"
                                        + " and domain = ?",
                                company.domain()))
                .isEqualTo(1);
        browser.see("[data-below]:checked");
    }

    @Test
    void removalAsksWithTheNameInTheQuestion() {
        Company company = open("Gone Ltd");
        claim(domain);

        browser.click("[data-remove-domain][data-domain='" + company.domain() + "']");
        assertThat(browser.text("#remove-domain-question")).contains(company.domain());
        Axe.check(browser);
        browser.clickAndLoad("#remove-domain-yes");
        browser.see("#domains-none");
        browser.click("[data-remove-domain][data-domain='" + domain + "']");
        browser.clickAndLoad("#remove-domain-yes");

        browser.until("removal", d -> !browser.text("#domain-list").contains(domain));
    }

    @Test
    void webmailIsNeverACompanyDomain() {
        open("Webmail Ltd");

        browser.fill("#claim-domain", "gmail.com");
        browser.click("#domain-add");

        browser.untilSays("#claim-domain-error", "company domain");
        assertThat(browser.text("#domain-list")).doesNotContain("gmail.com");
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
    }

    @Test
    void coworkersFindNoSuchPage() {
        SignInPage.signIn(browser, Company.found("Closed Ltd").coworker("Coy").email());
        browser.expectStatus(403, 404);

        browser.go("/admin/domains");

        assertThat(browser.sees("#domain-form")).isFalse();
    }

    private Company open(String name) {
        Company company = Company.found(name);
        SignInPage.signIn(browser, company.admin("Dom").email());
        browser.go("/admin/domains");
        browser.see("#domain-form");
        return company;
    }

    private void claim(String typed) {
        browser.fill("#claim-domain", typed);
        browser.clickAndLoad("#domain-add");
        browser.see("#domain-proof");
    }

    private boolean isVerified() {
        return Database.number("select count(*) from verified_domain where domain = ?", domain)
                == 1;
    }

    private static int dnsPort() {
        return Integer.parseInt(System.getenv("BECKON_DNS_SERVERS").split(":")[1]);
    }
}

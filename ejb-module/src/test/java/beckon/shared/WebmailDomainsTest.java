package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebmailDomainsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMail.com.",
                "yahoo.fr",
                "hotmail.co.uk",
                "yahoo.com.br",
                "orange.fr"
            })
    void anybodyMayHaveAMailboxThere(String domain) {
        assertThat(WebmailDomains.contains(EmailDomain.of(domain))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                "gmail.com.acme.example",
                "evil-gmail.com",
                "live.acme.com",
                "yahoo.acme.example"
            })
    void companyHasItsOwn(String domain) {
        assertThat(WebmailDomains.contains(EmailDomain.of(domain))).isFalse();
    }
}

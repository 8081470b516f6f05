package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "bob@acme.example, bob@acme.example",
        "' BOB@Acme.Example ', bob@acme.example",
        "bob@acme.example., bob@acme.example",
        "b.o.b+news@acme.example, b.o.b+news@acme.example",
        "o'neil@acme.example, o'neil@acme.example",
        "bob@Bücher.example, bob@xn--bcher-kva.example",
        "bob@BÜCHER.example, bob@xn--bcher-kva.example",
        "bob@XN--BCHER-KVA.example, bob@xn--bcher-kva.example",
        "bob@straße.example, bob@xn--strae-oqa.example",
        "bob@例え。テスト, bob@xn--r8jz45g.xn--zckzah",
        "bob@acme.example, bob@acme.example",
        "bo\u200Bb@ac\u202Eme.example\uFEFF, bob@acme.example",
    })
    void isComparedByItsKey(String text, String key) {
        assertThat(EmailAddress.of(text).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "bob",
                "bob@",
                "@acme.example",
                "bob@acme",
                "bob@@acme.example",
                "bob@acme..example",
                "bob@.acme.example",
                "bob@acme.example..",
                "bob@-acme.example",
                "bob@acme-.example",
                "bob@ac_me.example",
                "bob@192.0.2.1",
                "bob@[192.0.2.1]",
                "bob@acme.1",
                ".bob@acme.example",
                "bob.@acme.example",
                "b..ob@acme.example",
                "b ob@acme.example",
                "\"bob\"@acme.example",
                "bob@acme.example\r\nBcc: x@y.example",
                "bob\n@acme.example",
                "bob@acme.example\n",
                "bób@acme.example",
                "a,b@acme.example",
                "<bob@acme.example>",
                "bob(x)@acme.example",
                "bob@acme.example,eve@acme.example",
                "bob@xn--bücher.example",
                "bob@a<b.example",
                "bob@acme.example/x",
                "bob@a💥.example"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(text));
    }

    @Test
    void lengthsAreThoseOfTheStandard() {
        String local = "a".repeat(64);
        String domain = ("d".repeat(60) + ".").repeat(3) + "example";
        String longest = "a".repeat(254 - 1 - domain.length()) + "@" + domain;

        assertThat(EmailAddress.of(local + "@acme.example").key()).startsWith(local);
        assertThat(longest).hasSize(254);
        assertThat(EmailAddress.of(longest).key()).hasSize(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("a" + local + "@acme.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("a" + longest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("a@" + "d".repeat(64) + ".example"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, INCOMPLETE",
        "@acme.example, INCOMPLETE",
        "nobody@, INCOMPLETE",
        "a b@acme.example, NOT_VALID",
        "nobody@acme, NOT_VALID"
    })
    void flawIsNamed(String text, EmailAddress.Flaw flaw) {
        assertThatExceptionOfType(EmailAddress.FlawException.class)
                .isThrownBy(() -> EmailAddress.of(text))
                .extracting(EmailAddress.FlawException::flaw)
                .isEqualTo(flaw);
    }

    @Test
    void whatNobodySeesIsTakenAway() {
        String seen = "a\u200Bn\u3164na\uFE0F@acme\u2060.example";

        assertThat(EmailAddress.of(seen).typed()).isEqualTo("anna@acme.example");
    }

    @Test
    void whatWasTypedIsKept() {
        EmailAddress address = EmailAddress.of(" Bob.Smith@Bücher.Example. ");

        assertThat(address.typed()).isEqualTo("Bob.Smith@Bücher.Example");
        assertThat(address.mailbox()).isEqualTo("Bob.Smith@xn--bcher-kva.example");
        assertThat(address.masked()).isEqualTo("b…@xn--bcher-kva.example");
    }

    @Test
    void lookAlikeDomainsAreOtherDomains() {
        EmailDomain acme = EmailDomain.of("acme.example");

        assertThat(EmailDomain.of("ACME.Example.")).isEqualTo(acme);
        assertThat(EmailDomain.of("\u0430cme.example")).isNotEqualTo(acme);
        assertThat(EmailDomain.of("acme.example.evil.org")).isNotEqualTo(acme);
        assertThat(EmailDomain.of("evil-acme.example").isSubDomainOf(acme)).isFalse();
        assertThat(EmailDomain.of("acme.example.evil.org").isSubDomainOf(acme)).isFalse();
        assertThat(EmailDomain.of("eu.acme.example").isSubDomainOf(acme)).isTrue();
        assertThat(acme.isSubDomainOf(acme)).isFalse();
    }
}

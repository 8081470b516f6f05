package beckon.account.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.shared.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountMailTest {

    @Test
    void namesAndMomentStandInBraces() {
        AccountMail words =
                AccountMail.of("{inviter} wants you at {company}", "Until {expiry}.\r\nWelcome!");

        assertThat(words.subject()).isEqualTo("{inviter} wants you at {company}");
        assertThat(words.opening()).isEqualTo("Until {expiry}.\nWelcome!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{Inviter}", "{ company }", "{0}", "{}", "{link}"})
    void whatStandsForNothingIsRefusedByName(String placeholder) {
        RefusalException refusal = refusal("Welcome " + placeholder);

        assertThat(refusal.reason()).isEqualTo(AccountReason.UNKNOWN_PLACEHOLDER);
        assertThat(refusal.arguments()).containsExactly(placeholder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look at https://evil.example",
                "evil.example",
                "e\u200Bvil\u3002example",
                "192.0.2.1"
            })
    void linksOfTheirOwnAreRefused(String words) {
        assertThat(refusal(words).reason()).isEqualTo(AccountReason.WORDS_HAVE_LINK);
    }

    @Test
    void subjectIsOneLineWithoutControls() {
        assertThat(AccountMail.subjectOf("Join\r\nBcc: eve\u0007\u202Eus"))
                .isEqualTo("Join Bcc: eve us");
    }

    @Test
    void blankIsOurOwnAndWhatIsTooLongIsRefused() {
        assertThat(AccountMail.of(" ", "\n").isStandard()).isTrue();
        assertThat(refusal("x".repeat(AccountMail.MAX_OPENING + 1)).reason())
                .isEqualTo(AccountReason.WORDS_TOO_LONG);
        assertThat(AccountMail.openingOf("x".repeat(AccountMail.MAX_OPENING))).hasSize(1_000);
    }

    private static RefusalException refusal(String opening) {
        return catchThrowableOfType(
                RefusalException.class, () -> AccountMail.of("Welcome", opening));
    }
}

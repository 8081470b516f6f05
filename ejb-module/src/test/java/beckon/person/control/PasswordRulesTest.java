package beckon.person.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.person.entity.PersonReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final PasswordRules RULES = new PasswordRules();
    private static final List<String> ANNA =
            List.of("anna.novak@acme.example", "Anna", "Novak", "Acme Corp");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet-tram-anchored-42",
                "correct horse battery staple",
                "ein blauer Regenschirm",
                "птица поёт утром",
                "雨の日は家で本を読むのが好き",
                "🦊🌧️🎻🧩🪐🫖🪴🧭🛶🥝🪁🧵",
                "xkq7 vbn2 plw9"
            })
    void goodPasswordsNeedNoRecipe(String password) {
        assertThatCode(() -> RULES.check(password, 12, ANNA)).doesNotThrowAnyException();
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(refusal("short-words")).isEqualTo(PersonReason.PASSWORD_TOO_SHORT);
        assertThat(refusal("🦊🌧🎻🧩🪐🫖")).isEqualTo(PersonReason.PASSWORD_TOO_SHORT);
        assertThat(refusal("q7 zk".repeat(201))).isEqualTo(PersonReason.PASSWORD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "123456789012",
                "abcabcabcabc",
                "qwertyuiop12",
                "1qaz2wsx3edc",
                "Password1234",
                "passwordpassword",
                "P4ssw0rd!!!!",
                "iloveyou2026",
                "Sunshine2025!",
                "dragonmonkey",
                "QWERTY123456",
                "letmeinletmein",
                "111222tianya",
            })
    void whatAttackersTryFirstIsRefused(String password) {
        assertThat(refusal(password)).isEqualTo(PersonReason.PASSWORD_TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AnnaNovak2026!", "novak-anna-1990", "acme.example99", "beckonbeckon!"})
    void ownNamesAreRefused(String password) {
        assertThat(refusal(password))
                .isIn(PersonReason.PASSWORD_NAMES_YOU, PersonReason.PASSWORD_TOO_COMMON);
    }

    @Test
    void nameWithinALongPasswordIsNobodysBusiness() {
        assertThatCode(() -> RULES.check("anna likes seventeen umbrellas", 12, ANNA))
                .doesNotThrowAnyException();
    }

    @Test
    void strengthGrowsFromGuessedToVeryStrong() {
        assertThat(RULES.strength("", ANNA)).isZero();
        assertThat(RULES.strength("password", ANNA)).isZero();
        assertThat(RULES.strength("annanovak", ANNA)).isLessThanOrEqualTo(1);
        assertThat(RULES.strength("correct horse battery staple", ANNA)).isEqualTo(4);
        assertThat(RULES.strength("x7".repeat(500), ANNA)).isBetween(0, 4);
    }

    private static Reason refusal(String password) {
        return catchThrowableOfType(RefusalException.class, () -> RULES.check(password, 12, ANNA))
                .reason();
    }
}

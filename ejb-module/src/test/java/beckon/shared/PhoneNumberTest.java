package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+33 6 12 34 56 78",
                "06 12 34 56 78",
                "0033612345678",
                "06.12.34.56.78",
                "+33 (0)6-12-34-56-78",
                "tel:+33-6-12-34-56-78",
                "\u200e+33\u00a06\u202f12 34 56 78\u200b",
                "\u0660\u0666 \u0661\u0662 \u0663\u0664 \u0665\u0666 \u0667\u0668"
            })
    void everyNotationOfANumberIsTheSameNumber(String typed) {
        assertThat(PhoneNumber.parse(typed, "FR").e164()).isEqualTo("+33612345678");
    }

    @ParameterizedTest
    @CsvSource({
        "01 42 68 53 00, NUMBER_LANDLINE",
        "+44 20 7946 0018, NUMBER_LANDLINE",
        "+1 415 555 2671 ext. 5, NUMBER_LANDLINE",
        "0899 12 34 56, NUMBER_PREMIUM",
        "0800 12 34 56, NUMBER_PREMIUM",
        "+1 900 555 1234, NUMBER_PREMIUM",
        "36665, NUMBER_SHORT",
        "112, NUMBER_SHORT",
        "hello, NUMBER_NOT_VALID",
        "'', NUMBER_NOT_VALID",
        "+33 6 12 34, NUMBER_NOT_VALID",
        "+999 123 456 789, NUMBER_NOT_VALID",
        "+33612345678901234567890, NUMBER_NOT_VALID"
    })
    void whatGetsNoTextsIsRefusedInWords(String typed, PhoneReason reason) {
        assertThatThrownBy(() -> PhoneNumber.parse(typed, "FR"))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void nothingTypedIsNoNumber() {
        assertThatThrownBy(() -> PhoneNumber.parse(null, "FR"))
                .isInstanceOf(RefusalException.class);
    }

    @Test
    void readersSeeNumbersOfTheirCountryNationally() {
        PhoneNumber number = PhoneNumber.parse("0612345678", "FR");

        assertThat(number.shownIn("FR")).isEqualTo("06 12 34 56 78");
        assertThat(number.shownIn("US")).isEqualTo("+33 6 12 34 56 78");
        assertThat(number.shownIn(null)).isEqualTo("+33 6 12 34 56 78");
        assertThat(number.country()).isEqualTo("FR");
        assertThat(PhoneNumber.parse("+1 415 555 2671", "FR").country()).isEqualTo("US");
    }

    @Test
    void neighboursShareAPrefix() {
        assertThat(new PhoneNumber("+33612345678").prefix()).isEqualTo("+3361234");
        assertThat(new PhoneNumber("+33612349999").prefix()).isEqualTo("+3361234");
        assertThat(new PhoneNumber("+33612355678").prefix()).isNotEqualTo("+3361234");
    }

    @Test
    void maskedNumberTellsItsOwnerOnly() {
        assertThat(new PhoneNumber("+33612345678").masked()).isEqualTo("+33…78");
    }

    @Test
    void namesAreNotTakenForNumbers() {
        assertThat(PhoneNumber.isLikely("+33 6 12 34")).isTrue();
        assertThat(PhoneNumber.isLikely("Marie 2")).isFalse();
        assertThat(PhoneNumber.isLikely("ben2@acme.example")).isFalse();
        assertThat(PhoneNumber.isLikely("Jo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"33612345678", "+0612345678", "+33 612345678", "", "+1234567890123456"})
    void onlyE164IsKept(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

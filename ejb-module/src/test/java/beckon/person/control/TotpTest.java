package beckon.person.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final Totp TOTP =
            new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        Instant then = Instant.ofEpochSecond(second);

        assertThat(TOTP.code(Totp.stepOf(then))).isEqualTo(code);
        assertThat(TOTP.findStep(code, then)).hasValue(second / 30);
    }

    @Test
    void codeCountsOneStepBeforeAndAfterItsOwnAndNoLonger() {
        String code = TOTP.code(100);

        assertThat(TOTP.findStep(code, Instant.ofEpochSecond(99 * 30))).hasValue(100);
        assertThat(TOTP.findStep(code, Instant.ofEpochSecond(102 * 30 - 1))).hasValue(100);
        assertThat(TOTP.findStep(code, Instant.ofEpochSecond(99 * 30 - 1))).isEmpty();
        assertThat(TOTP.findStep(code, Instant.ofEpochSecond(102 * 30))).isEmpty();
    }

    @Test
    void appsReadSecretIssuerAndOwner() {
        assertThat(TOTP.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TOTP.uri("Beckon", "zoé+x@acme.example"))
                .isEqualTo(
                        "otpauth://totp/Beckon:zo%C3%A9%2Bx%40acme.example?secret="
                                + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Beckon"
                                + "&algorithm=SHA1&digits=6&period=30");
    }
}

package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "451 4.7.1 <bob.m+x@mail.acme.example>: greylisted|451 4.7.1 <b…@mail.acme.example>: greylisted",
                "Key (email_key)=(bob@x.example) exists|Key (email_key)=(b…@x.example) exists",
                "invalid number +33 6 12 34 56 78 (0x0B)|invalid number …78 (0x0B)",
                "no route to 33612345678|no route to …78",
                "/join/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO_-|/join/…",
                "Connection refused (127.0.0.1:25, after 30000 ms)|Connection refused (127.0.0.1:25, after 30000 ms)"
            })
    void addressesNumbersAndTokensAreNotSaidInFull(String words, String masked) {
        assertThat(Masked.words(words)).isEqualTo(masked);
    }

    @Test
    void failureLooksTheSameButForWhatItsCausesTell() {
        Exception cause = new IllegalArgumentException("Key (email)=(bob@x.example)");
        Throwable masked = Masked.failure(new IllegalStateException("no row", cause));

        assertThat(masked).hasToString("java.lang.IllegalStateException: no row");
        assertThat(masked.getCause())
                .hasToString("java.lang.IllegalArgumentException: Key (email)=(b…@x.example)");
        assertThat(masked.getCause().getStackTrace()).isEqualTo(cause.getStackTrace());
    }
}

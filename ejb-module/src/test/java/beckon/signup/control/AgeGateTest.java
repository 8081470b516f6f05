package beckon.signup.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.shared.RefusalException;
import beckon.signup.entity.SignUpReason;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeGateTest {
    private final AgeGate gate = new AgeGate();

    @ParameterizedTest
    @CsvSource({
        "2010-03-01,2026-03-01",
        "2010-03-01,2026-03-02",
        "2010-02-28,2026-02-28",
        "2008-02-29,2024-02-29",
        "2084-02-29,2100-03-01",
        "1900-01-01,2026-03-01"
    })
    void sixteenTodayIsIn(LocalDate born, LocalDate today) {
        assertThatCode(() -> gate.require(born, today)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2010-03-02,2026-03-01",
        "2026-03-01,2026-03-01",
        "2008-02-29,2024-02-28",
        "2084-02-29,2100-02-28"
    })
    void sixteenTomorrowIsOut(LocalDate born, LocalDate today) {
        assertRefused(born, today, SignUpReason.TOO_YOUNG);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,2026-03-01", "1899-12-31,2026-03-01", "0010-03-01,2026-03-01"})
    void impossibleDateIsNoAge(LocalDate born, LocalDate today) {
        assertRefused(born, today, SignUpReason.IMPOSSIBLE_DATE);
    }

    private void assertRefused(LocalDate born, LocalDate today, SignUpReason reason) {
        assertThatThrownBy(() -> gate.require(born, today))
                .isInstanceOfSatisfying(
                        RefusalException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}

package beckon.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void innermostCauseIsTheReason() {
        var report =
                """
                "{\\"WFLYCTL0080: Failed services\\" => {\\"a.b\\" => \\"java.lang.RuntimeException: outer
                    Caused by: java.lang.RuntimeException: middle
                    Caused by: beckon.shared.SettingException: BECKON_BASE_URL=x is not an address\\"},
                """;

        assertThat(Failure.reason(report)).isEqualTo("BECKON_BASE_URL=x is not an address");
    }

    @Test
    void reportWithoutACauseIsShownWhole() {
        assertThat(Failure.reason("{ missing service }\n")).isEqualTo("{ missing service }");
    }
}

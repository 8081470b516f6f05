package beckon.postbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {

    @ParameterizedTest
    @ValueSource(strings = {"ok", "down", "slow:200", "reject:421", "reject:550"})
    void knownBehaviourIsReadAndWrittenTheSame(String text) {
        assertThat(Behaviour.ofSmtp(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "up", "slow", "slow:-1", "slow:a", "reject:250", "reject:6000", "OK"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Behaviour.ofSmtp(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "down", "slow:200", "reject:1", "reject:88", "reject:1279"})
    void knownBehaviourOfTheMessageCentreIsReadAndWrittenTheSame(String text) {
        assertThat(Behaviour.ofSmpp(text)).hasToString(text);
    }

    @Test
    void commandStatusMayBeHexadecimal() {
        assertThat(Behaviour.ofSmpp("reject:0x58")).isEqualTo(Behaviour.ofSmpp("reject:88"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reject:0", "reject:1280", "reject:58h", "reject:0x5FF", "slow:"})
    void anythingElseIsRefusedForTheMessageCentre(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Behaviour.ofSmpp(text));
    }
}

package beckon.postbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {

    @ParameterizedTest
    @ValueSource(strings = {"ok", "down", "slow:200", "reject:421", "reject:550"})
    void knownBehaviourIsReadAndWrittenTheSame(String text) {
        assertThat(Behaviour.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "up", "slow", "slow:-1", "slow:a", "reject:250", "reject:6000", "OK"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Behaviour.parse(text));
    }
}

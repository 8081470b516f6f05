package beckon.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.shared.Reason;
import beckon.shared.RefusalException;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say about refusals. */
public final class Refusals {
    private Refusals() {}

    /** Expects the refusal itself, not wrapped into anything by the container. */
    public static void assertRefused(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isExactlyInstanceOf(RefusalException.class)
                .extracting(refusal -> ((RefusalException) refusal).reason())
                .isEqualTo(reason);
    }

    /** Whether the action went through; false if it was refused. */
    public static boolean succeeds(Callable<?> action) throws Exception {
        try {
            action.call();
            return true;
        } catch (RefusalException e) {
            return false;
        }
    }
}

package beckon.person.entity;

import java.util.UUID;

/**
 * How far somebody has come in signing in.
 *
 * @param handle of the session; of the challenge if a code is still owed
 * @param finished whether it is the session
 * @param device what a device that is to be remembered keeps; null: nothing, or what it has
 */
public record SignInStep(UUID handle, boolean finished, String device) {

    @Override
    public String toString() {
        return "SignInStep[" + finished + "]";
    }
}

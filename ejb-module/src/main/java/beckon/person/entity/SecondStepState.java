package beckon.person.entity;

import java.time.Instant;

/**
 * Whether a code is asked for after the password.
 *
 * @param since null: none is
 * @param recoveryCodes how many have not been used yet
 */
public record SecondStepState(Instant since, int recoveryCodes) {

    public boolean on() {
        return since != null;
    }
}

package beckon.signup.control;

import beckon.shared.RefusalException;
import beckon.signup.entity.SignUpReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Who is old enough: sixteen years on the calendar of the invitee's own day. */
@ApplicationScoped
public class AgeGate {
    /** From this birthday on. */
    public static final int MINIMUM_AGE = 16;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /**
     * @throws RefusalException IMPOSSIBLE_DATE, TOO_YOUNG
     */
    public void require(LocalDate dateOfBirth, LocalDate today) {
        if (dateOfBirth.isAfter(today) || dateOfBirth.isBefore(EARLIEST)) {
            throw new RefusalException(SignUpReason.IMPOSSIBLE_DATE);
        }
        if (birthday(dateOfBirth).isAfter(today)) {
            throw new RefusalException(SignUpReason.TOO_YOUNG, MINIMUM_AGE);
        }
    }

    /** Who was born on 29 February has a birthday on 1 March of a common year. */
    private static LocalDate birthday(LocalDate dateOfBirth) {
        LocalDate birthday = dateOfBirth.plusYears(MINIMUM_AGE);
        return birthday.getDayOfMonth() == dateOfBirth.getDayOfMonth()
                ? birthday
                : birthday.plusDays(1);
    }
}

package beckon.shared.persistence;

import java.sql.SQLException;

/** The database's word that something like it is there already. */
public final class UniqueViolation {
    private static final String STATE = "23505";

    private UniqueViolation() {}

    /** Whether this, and no other trouble, is why something failed. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

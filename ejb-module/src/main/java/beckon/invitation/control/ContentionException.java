package beckon.invitation.control;

import java.sql.SQLException;
import java.util.Set;

/** Somebody else was quicker; the same command is worth another transaction. */
public class ContentionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Unique violation, serialisation failure, deadlock (PostgreSQL), lock time-out (H2). */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01", "HYT00", "90131");

    public ContentionException(String message) {
        super(message);
    }

    /** Whether this is why something failed: our own word, or the database's. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentionException
                    || cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

package beckon.web.api.problem;

import beckon.shared.Masked;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.UUID;

/** A failure of ours, told to the outside by its number in the log only. */
public final class Failure {
    private static final Logger LOGGER = System.getLogger(Failure.class.getName());
    private static final int DEEPEST_CAUSE = 20;

    private Failure() {}

    /** Logs the failure and makes the problem that the caller is shown. */
    public static Problem problem(Throwable failure) {
        UUID incident = UUID.randomUUID();
        if (isOutage(failure)) {
            LOGGER.log(
                    Level.WARNING,
                    () -> "Incident " + incident + ": no database",
                    Masked.failure(failure));
            return Problem.unavailable();
        }
        LOGGER.log(Level.ERROR, () -> "Incident " + incident, Masked.failure(failure));
        return Problem.of("failure", 500, incident.toString());
    }

    /** Whether the database could not be reached; SQL state 08: connection, 57: shutting down. */
    static boolean isOutage(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause.getClass().getName().equals("jakarta.resource.ResourceException")
                    || cause instanceof SQLException sql && isConnectionState(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConnectionState(String state) {
        return state != null
                && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }
}

package beckon.delivery.control;

import beckon.delivery.entity.DispatchTrouble;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;

/**
 * What came of trying to send one message: the server's answer, or what kept us from asking.
 *
 * @param code the server's; 0 if it did not answer
 * @param trouble null if the server answered
 */
record Attempt(Result result, int code, String words, DispatchTrouble trouble) {

    enum Result {
        SENT,
        /** Not now. */
        LATER,
        /** Not now, nor any other at the moment. */
        UNREACHABLE,
        NEVER
    }

    /** Kept from asking by a message of ours. */
    static Attempt invalid() {
        return new Attempt(Result.NEVER, 0, "not a valid message", DispatchTrouble.INVALID);
    }

    /** Kept from asking by a fault of ours. */
    static Attempt unwritten() {
        return new Attempt(Result.LATER, 0, "could not be written", DispatchTrouble.UNWRITTEN);
    }

    /** Kept from asking because there was no connection. */
    static Attempt without(ResourceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // the adapter's own words, not the container's around them
            if (cause instanceof CommException || cause instanceof SecurityException) {
                return unreachable(cause.getMessage(), trouble((ResourceException) cause));
            }
        }
        return unreachable("no connection to the server was free", DispatchTrouble.BUSY);
    }

    private static DispatchTrouble trouble(ResourceException failure) {
        if (failure.getErrorCode() != null) {
            return DispatchTrouble.valueOf(failure.getErrorCode());
        }
        return failure instanceof SecurityException
                ? DispatchTrouble.SIGN_IN
                : DispatchTrouble.CONNECTION;
    }

    private static Attempt unreachable(String words, DispatchTrouble trouble) {
        return new Attempt(Result.UNREACHABLE, 0, words, trouble);
    }

    boolean isFinal() {
        return result == Result.SENT || result == Result.NEVER;
    }
}

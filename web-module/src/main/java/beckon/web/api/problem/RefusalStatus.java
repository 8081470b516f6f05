package beckon.web.api.problem;

import beckon.shared.Reason;
import beckon.shared.RefusalException;

/** Which HTTP status a refusal has. */
final class RefusalStatus {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private RefusalStatus() {}

    static int of(Reason reason) {
        return switch (reason.name()) {
            case "WRONG_CREDENTIALS" -> 401;
            case "INVITING_SWITCHED_OFF",
                    "LINKS_SWITCHED_OFF",
                    "KIND_NOT_ALLOWED",
                    "RECIPIENT_DENIED",
                    "RECIPIENT_NOT_ALLOWED",
                    "DISPOSABLE_ADDRESS",
                    "GUESTS_NOT_WELCOME",
                    "APPROVAL_NEEDED",
                    "RESEND_NEEDS_APPROVAL" ->
                    403;
            case "NOT_FOUND" -> 404;
            case "FILE_TOO_LARGE", "PICTURE_TOO_LARGE" -> 413;
            case "FILE_TYPE" -> 415;
            case "TOO_MANY_RECIPIENTS",
                    "NO_RECIPIENT",
                    "UNKNOWN_LANGUAGE",
                    "TEXT_TOO_LONG",
                    "TEXT_HAS_LINK",
                    "EMPTY_FILE",
                    "FILE_BROKEN",
                    "NO_PICTURE",
                    "TOO_MANY_ROWS",
                    "NO_COLUMN",
                    "NO_USES",
                    "EXPIRY_IN_THE_PAST",
                    "DOMAIN_NOT_VALID" ->
                    422;
            case "TOO_MANY_ATTEMPTS",
                    "DAILY_LIMIT",
                    "RECIPIENT_LIMIT",
                    "TEXT_BUDGET",
                    "TEXT_PREFIX",
                    "FILE_LIMIT",
                    "TOO_MANY_PICTURES" ->
                    429;
            case "NO_ROOM" -> 503;
            default -> 409;
        };
    }

    /** Seconds; the limits of a day free themselves little by little, so ask again in an hour. */
    static int retryAfter(RefusalException refusal) {
        return switch (refusal.reason().name()) {
            case "TOO_MANY_ATTEMPTS" ->
                    refusal.arguments().length > 0
                                    && refusal.arguments()[0] instanceof Number minutes
                            ? Math.max(1, minutes.intValue()) * MINUTE
                            : MINUTE;
            case "DAILY_LIMIT", "RECIPIENT_LIMIT", "TEXT_BUDGET", "TEXT_PREFIX", "FILE_LIMIT" ->
                    HOUR;
            case "TOO_MANY_PICTURES" -> MINUTE;
            default -> 0;
        };
    }
}

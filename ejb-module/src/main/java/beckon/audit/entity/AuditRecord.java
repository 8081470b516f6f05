package beckon.audit.entity;

/**
 * One act, as the component that carried it out tells it.
 *
 * @param accountId where; null before an account is known
 * @param actorId the membership that acted; null if nobody was signed in, or the system acted
 * @param action what, such as {@code invitation.sent}
 * @param subject handle of what was acted on, or null
 * @param outcome such as {@code done}, or the reason of a refusal
 * @param details a few words, or null; never an address in full, a token or a password
 * @param remote the browser's address, or null
 */
public record AuditRecord(
        Long accountId,
        Long actorId,
        String action,
        String subject,
        String outcome,
        String details,
        String remote) {

    /** The outcome of what was not refused. */
    public static final String DONE = "done";

    private static final int MAX_SUBJECT = 200;
    private static final int MAX_DETAILS = 2_000;
    private static final int MAX_REMOTE = 64;

    public AuditRecord {
        subject = shortened(subject, MAX_SUBJECT);
        details = shortened(details, MAX_DETAILS);
        remote = shortened(remote, MAX_REMOTE);
    }

    private static String shortened(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}

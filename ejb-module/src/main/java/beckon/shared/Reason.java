package beckon.shared;

/**
 * Why the business said no.
 *
 * <p>Implemented by one enum per component; the screen's words stand under {@code
 * refusal.<enum>.<constant>} in every language.
 */
public interface Reason {

    /** The constant's own name. */
    String name();

    /** The key of the words for people, such as {@code refusal.InvitationReason.EXPIRED}. */
    default String messageKey() {
        return "refusal." + getClass().getSimpleName() + "." + name();
    }
}

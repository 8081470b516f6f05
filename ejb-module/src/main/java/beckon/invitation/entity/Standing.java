package beckon.invitation.entity;

/** What a recipient is to the inviter's account already. */
public enum Standing {
    STRANGER,
    /** The inviter. */
    SELF,
    MEMBER,
    /** Has asked not to be invited. */
    SUPPRESSED,
    /** An invitation is open. */
    INVITED,
    /** A number to whose country texts have been failing. */
    HALTED,
    /** A number, and there is no gateway. */
    UNREACHABLE
}

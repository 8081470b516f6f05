package beckon.invitation.entity;

/** What a recipient is to the inviter's account already. */
public enum Standing {
    STRANGER,
    /** The inviter. */
    SELF,
    MEMBER,
    /** An invitation is open. */
    INVITED
}

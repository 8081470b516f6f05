package beckon.invitation.entity;

/** What became of one recipient of a command. */
public enum InviteOutcome {
    QUEUED,
    /** It is sent as soon as an admin has approved it. */
    WAITING,
    ALREADY_MEMBER,
    ALREADY_INVITED,
    SELF,
    INVALID,
    REFUSED,
    LIMIT
}

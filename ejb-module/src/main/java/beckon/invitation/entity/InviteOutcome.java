package beckon.invitation.entity;

/** What became of one recipient of a command. */
public enum InviteOutcome {
    QUEUED,
    ALREADY_MEMBER,
    ALREADY_INVITED,
    SELF,
    INVALID,
    REFUSED,
    LIMIT
}

package beckon.invitation.entity;

/** The life of an invitation: it may wait for approval, and is pending until one of the others. */
public enum InvitationState {
    /** For an admin's approval; nothing was sent. */
    WAITING,
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    EXPIRED,
    /** An admin did not approve it. */
    REJECTED;

    public boolean isOpen() {
        return this == PENDING;
    }
}

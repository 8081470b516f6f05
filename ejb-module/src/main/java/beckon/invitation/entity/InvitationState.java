package beckon.invitation.entity;

/** The life of an invitation: pending until one of the others. */
public enum InvitationState {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    EXPIRED;

    public boolean isOpen() {
        return this == PENDING;
    }
}

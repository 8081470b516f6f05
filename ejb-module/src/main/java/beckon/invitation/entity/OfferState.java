package beckon.invitation.entity;

/** What a link opens. */
public enum OfferState {
    OPEN,
    EXPIRED,
    REVOKED,
    USED,
    DECLINED,
    /** As many people as a shared link is for have come by it. */
    USED_UP,
    /** The question to an address has waited too long for its answer; it may be asked again. */
    CONFIRMATION_EXPIRED,
    /** Unknown or malformed: the page says the same for both. */
    UNKNOWN;

    /** The words of a refusal to whoever takes the link for an open one. */
    public InvitationReason reason() {
        return switch (this) {
            case EXPIRED -> InvitationReason.EXPIRED;
            case REVOKED -> InvitationReason.REVOKED;
            case USED -> InvitationReason.USED;
            case DECLINED -> InvitationReason.DECLINED;
            case USED_UP -> InvitationReason.USED_UP;
            case CONFIRMATION_EXPIRED -> InvitationReason.CONFIRMATION_EXPIRED;
            case OPEN, UNKNOWN -> InvitationReason.NOT_FOUND;
        };
    }
}

package beckon.invitation.entity;

/** What a link from a mail opens. */
public enum OfferState {
    OPEN,
    EXPIRED,
    REVOKED,
    USED,
    DECLINED,
    /** Unknown or malformed: the page says the same for both. */
    UNKNOWN;

    /** The words of a refusal to whoever takes the link for an open one. */
    public InvitationReason reason() {
        return switch (this) {
            case EXPIRED -> InvitationReason.EXPIRED;
            case REVOKED -> InvitationReason.REVOKED;
            case USED -> InvitationReason.USED;
            case DECLINED -> InvitationReason.DECLINED;
            case OPEN, UNKNOWN -> InvitationReason.NOT_FOUND;
        };
    }
}

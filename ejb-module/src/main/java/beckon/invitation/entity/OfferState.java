package beckon.invitation.entity;

/** What a link from a mail opens. */
public enum OfferState {
    OPEN,
    EXPIRED,
    REVOKED,
    USED,
    DECLINED,
    /** Unknown or malformed: the page says the same for both. */
    UNKNOWN
}

package beckon.contact.entity;

/** The badges that a list can be narrowed to. */
public enum ContactBadge {
    ADMIN,
    GUEST,
    /** Invited, and not signed up yet. */
    NOT_ACTIVATED
}

package beckon.account.entity;

/** Whose invitations wait until an admin has approved them; an admin's own never do. */
public enum Approval {
    NONE,
    /** Those of people who would join as guests. */
    GUESTS,
    EVERYONE
}

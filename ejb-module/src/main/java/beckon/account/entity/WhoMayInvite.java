package beckon.account.entity;

/** Who may invite people into an account. */
public enum WhoMayInvite {
    /** Admins and co-workers, and guests where {@code guestsMayInvite}. */
    EVERYONE,
    COWORKERS,
    ADMINS,
    NOBODY
}

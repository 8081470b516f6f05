package beckon.invitation.entity;

/** As what an inviter wants somebody in; only admins may choose anything but AUTOMATIC. */
public enum InviteAs {
    /** The domain decides: co-worker or guest. */
    AUTOMATIC,
    ADMIN,
    /** By hand, for somebody on webmail. */
    COWORKER,
    GUEST
}

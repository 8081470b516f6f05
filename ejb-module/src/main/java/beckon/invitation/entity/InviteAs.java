package beckon.invitation.entity;

/** As what an inviter wants somebody in; only admins may raise anybody by hand. */
public enum InviteAs {
    /** The domain decides: co-worker or guest. */
    AUTOMATIC,
    ADMIN,
    /** By hand, for somebody on webmail. */
    COWORKER,
    /** From the list of guests; everybody who may invite may choose this. */
    GUEST;

    /** Whether it may make more of somebody than their address does. */
    public boolean mayRaise() {
        return this == ADMIN || this == COWORKER;
    }
}

package beckon.invitation.entity;

/** Whether a shared link opens anything. */
public enum LinkState {
    OPEN,
    EXPIRED,
    /** As many people as it is for have come by it. */
    USED_UP,
    DEACTIVATED;

    public boolean isOpen() {
        return this == OPEN;
    }
}

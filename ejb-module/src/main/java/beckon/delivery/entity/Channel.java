package beckon.delivery.entity;

/** How a message travels, or an invitation reaches somebody. */
public enum Channel {
    EMAIL,
    TEXT,
    /** Shared by a member themselves: there is no message of ours. */
    LINK
}

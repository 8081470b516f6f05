package beckon.delivery.entity;

/** What has become of one outgoing message. */
public enum DispatchState {
    /** Written; a consumer has not taken it yet. */
    QUEUED,
    /** Claimed by a consumer until its lease ends. */
    SENDING,
    /** The server said later, or could not be reached; the next attempt is due. */
    DELAYED,
    /** The server has accepted it. */
    SENT,
    /** The recipient's side has confirmed it. */
    DELIVERED,
    /** Given up, with the reason in {@code answer}. */
    FAILED,
    /** Withdrawn before it was sent. */
    CANCELLED
}

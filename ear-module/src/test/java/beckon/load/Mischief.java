package beckon.load;

/** How the mail server behaves. */
public enum Mischief {
    /** As it ought to. */
    NONE,
    /** Nobody listens. */
    REFUSE,
    /** Connections are taken and never answered. */
    BLACK_HOLE,
    /** Answers come one byte a second. */
    DRIBBLE,
    /** The connection is reset while the content is sent. */
    RESET_IN_DATA,
    /** The content is taken, and then nothing. */
    HANG_AFTER_DOT,
    /** Every recipient is refused with the code. */
    REJECT
}

package beckon.delivery.entity;

/** Why a message is late or given up, where no server has said so itself. */
public enum MailTrouble {
    /** The mail server was not reached, or the connection broke. */
    CONNECTION,
    /** The mail server refuses our name or password. */
    SIGN_IN,
    /** The mail server cannot encrypt, or its certificate does not convince. */
    ENCRYPTION,
    /** All connections to the mail server were in use. */
    BUSY,
    /** What was to be sent makes no valid mail. */
    INVALID,
    /** The mail could not be written: our own fault. */
    UNWRITTEN,
    /** There was no time left to send it in. */
    EXPIRED
}

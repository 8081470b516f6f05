package beckon.delivery.entity;

/** Why a message is late or given up, where no server has said so in its answer. */
public enum DispatchTrouble {
    /** The server was not reached, or the connection broke. */
    CONNECTION,
    /** The server refuses our name or password. */
    SIGN_IN,
    /** The mail server cannot encrypt, or its certificate does not convince. */
    ENCRYPTION,
    /** All connections to the server were in use. */
    BUSY,
    /** What was to be sent makes no valid message. */
    INVALID,
    /** The message could not be written: our own fault. */
    UNWRITTEN,
    /** The database was restored, and nobody has said yet that it shall be sent. */
    HELD,
    /** There was no time left to send it in. */
    EXPIRED,
    /** The phone has answered STOP. */
    STOPPED,
    /** A text was sent, and nobody knows whether it was taken. */
    UNANSWERED,
    /** A text was taken, and did not reach the phone in time. */
    ABSENT,
    /** A text was taken, and cannot be brought to this phone. */
    UNDELIVERABLE,
    /** A text was taken, and the network will not carry it. */
    REJECTED
}

package beckon.invitation.entity;

import beckon.shared.Reason;

/** Why nobody was asked for an invitation, or an answer came to nothing. */
public enum RequestReason implements Reason {
    NAME_MISSING,
    /** Argument 0: the most characters. */
    NAME_TOO_LONG,
    /** Asked too often, with this invitation, for this address or from this place. */
    TOO_MANY,
    NOT_FOUND,
    /** Approved or declined already. */
    NOT_OPEN
}

package beckon.person.entity;

import beckon.shared.Reason;

/** Why a sign-in or a password was refused. */
public enum PersonReason implements Reason {
    /** Address or password is wrong, or there is no such sign-in: the words do not say which. */
    WRONG_CREDENTIALS,
    /** Who is signed in was asked for their password again, and it was not this. */
    WRONG_PASSWORD,
    /** The mailed link has been used, replaced by another, or is too old. */
    RESET_CLOSED,
    /** Too many attempts; argument 0: minutes to wait. */
    TOO_MANY_ATTEMPTS,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_TOO_COMMON,
    PASSWORD_NAMES_YOU,
    /** Two browsers registered the same address at once. */
    ALREADY_REGISTERED,
    /** The session is over, or is not the caller's. */
    NOT_FOUND
}

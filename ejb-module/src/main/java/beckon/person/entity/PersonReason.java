package beckon.person.entity;

import beckon.shared.Reason;

/** Why a sign-in or a password was refused. */
public enum PersonReason implements Reason {
    /** Address or password is wrong, or there is no such sign-in: the words do not say which. */
    WRONG_CREDENTIALS,
    /** Who is signed in was asked for their password again, and it was not this. */
    WRONG_PASSWORD,
    /** Not the code that the app shows now, or one that was used, nor a recovery code. */
    WRONG_CODE,
    /** The password was right too long ago: the sign-in has to begin again. */
    CHALLENGE_OVER,
    /** A password alone is not enough: a code is asked for on the page. */
    SECOND_STEP_NEEDED,
    SECOND_STEP_ON,
    SECOND_STEP_OFF,
    /** What the app was told is too old, or was replaced. */
    NO_SET_UP,
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
    UNKNOWN_ZONE,
    /** Texts with codes are not sent to that country. */
    COUNTRY_CLOSED,
    WRONG_PHONE_CODE,
    /** No picture that can be drawn, or one with too many pixels. */
    NO_PICTURE,
    /** Argument 0: how many megabytes are taken. */
    PICTURE_TOO_LARGE,
    /** Others' pictures were being drawn for longer than one waits. */
    TOO_MANY_PICTURES,
    /** Too late, too many tries, or another code was sent. */
    PHONE_CODE_OVER,
    /** The session is over, or is not the caller's. */
    NOT_FOUND
}

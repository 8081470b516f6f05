package beckon.invitation.entity;

import beckon.shared.Reason;

/** Why a link was not made or changed, or an address not written to. */
public enum LinkReason implements Reason {
    /** For nobody at all. */
    NO_USES,
    EXPIRY_IN_THE_PAST,
    DOMAIN_NOT_VALID,
    /** Deactivated: it is not for changing any more. */
    DEACTIVATED,
    /** Too many made today; argument 0: the limit. */
    DAILY_LIMIT,
    NOT_FOUND,
    /** A mail went to this address less than a minute ago. */
    MAIL_TOO_SOON,
    /** Too many confirmations asked for, with this link, to this address or from this place. */
    TOO_MANY_MAILS
}

package beckon.account.entity;

import beckon.shared.Reason;

/** Why the account's rules refused. */
public enum AccountReason implements Reason {
    /** A webmail domain can never be a company domain. */
    WEBMAIL_DOMAIN,
    INVALID_DOMAIN,
    /** Verified for this or for another account. */
    DOMAIN_TAKEN,
    NOT_FOUND,
    /** What was typed is no mail address. */
    INVALID_EMAIL,
    ALREADY_MEMBER,
    /** Somebody else has just changed this. */
    CHANGED_MEANWHILE
}

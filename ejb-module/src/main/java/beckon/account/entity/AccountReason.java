package beckon.account.entity;

import beckon.shared.Reason;

/** Why the account's rules refused. */
public enum AccountReason implements Reason {
    /** A webmail domain can never be a company domain. */
    WEBMAIL_DOMAIN,
    INVALID_DOMAIN,
    /** On this account's list already, or proven by another account. */
    DOMAIN_TAKEN,
    /** The DNS has no record of that name, or none that says anything. */
    RECORD_MISSING,
    /** There is a record, and it says something else. */
    RECORD_DIFFERENT,
    /** The DNS server did not answer in time. */
    DNS_SILENT,
    /** The DNS server answered that it cannot say. */
    DNS_FAILED,
    WRONG_CODE,
    /** None was mailed, or it is too old, or was tried too often. */
    CODE_EXPIRED,
    TOO_MANY_ATTEMPTS,
    /** What was sent is no PNG or JPEG that can be drawn. */
    NO_PICTURE,
    PICTURE_TOO_LARGE,
    NOT_FOUND,
    /** What was typed is no mail address. */
    INVALID_EMAIL,
    ALREADY_MEMBER,
    /** An account is never without an admin. */
    LAST_ADMIN,
    /** Nobody puts themselves out. */
    YOURSELF,
    /** Who is to take over, or to answer for a guest, is no admin or co-worker of the account. */
    NO_SUCH_COLLEAGUE,
    /** Only a guest has a sponsor and an end. */
    NOT_A_GUEST,
    END_IN_THE_PAST,
    /** Longer than the account lets guests stay. */
    STAY_TOO_LONG,
    /** Neither an address nor a domain; argument 0: what was typed. */
    INVALID_ENTRY,
    LIST_TOO_LONG,
    /** What invitations say may hold no link but the invitation's own. */
    WORDS_HAVE_LINK,
    /** Argument 0: the most characters. */
    WORDS_TOO_LONG,
    /** Argument 0: what stands in braces and stands for nothing. */
    UNKNOWN_PLACEHOLDER,
    /** Somebody else has just changed this. */
    CHANGED_MEANWHILE
}

package beckon.invitation.entity;

import beckon.shared.Reason;

/** Why inviting, resending, revoking or accepting was refused. */
public enum InvitationReason implements Reason {
    /** Inviting is switched off for the caller; argument 0: name of an admin to ask. */
    INVITING_SWITCHED_OFF,
    /** More than 20 addresses; argument 0: how many there were. */
    TOO_MANY_RECIPIENTS,
    NO_RECIPIENT,
    /** No at sign, or nothing before or after it. */
    ADDRESS_INCOMPLETE,
    ADDRESS_TOO_LONG,
    ADDRESS_NOT_VALID,
    /** Only an admin may invite an admin, or choose the kind. */
    KIND_NOT_ALLOWED,
    /** A text makes nobody more than the address does that they confirm. */
    KIND_NOT_BY_TEXT,
    /** The caller's invitations of today are used up; argument 0: the limit. */
    DAILY_LIMIT,
    /** This address has been written to too often today, by anybody. */
    RECIPIENT_LIMIT,
    /** The invitee has asked not to be invited by this account. */
    SUPPRESSED,
    /** The account lets nobody with this address, or of its domain, be invited. */
    RECIPIENT_DENIED,
    /** The account invites to some domains and addresses only, and this is none of them. */
    RECIPIENT_NOT_ALLOWED,
    /** A mailbox for some minutes. */
    DISPOSABLE_ADDRESS,
    /** The account takes nobody in as a guest. */
    GUESTS_NOT_WELCOME,
    /** The invitation needs an admin's approval, which nobody gives to whoever has a link. */
    APPROVAL_NEEDED,
    /** An admin approves invitations, of which this would be another one. */
    RESEND_NEEDS_APPROVAL,
    /** Too many of the caller's invitations wait for approval. */
    TOO_MANY_WAITING,
    NOT_FOUND,
    /** Accepted, declined, revoked or expired already. */
    NOT_OPEN,
    EXPIRED,
    REVOKED,
    USED,
    DECLINED,
    /** Signed in as somebody else than the invitee. */
    OTHER_PERSON,
    UNKNOWN_LANGUAGE,
    /** No gateway for texts is configured. */
    TEXTS_NOT_AVAILABLE,
    /** Texts are switched off for the caller. */
    TEXTING_SWITCHED_OFF,
    /** The account sends no texts to numbers of that country. */
    COUNTRY_NOT_ALLOWED,
    /** The account's texts of today are used up. */
    TEXT_BUDGET,
    /** Too many texts today to numbers that differ in the last digits only. */
    TEXT_PREFIX,
    /** Most texts to that country have failed lately. */
    TEXTS_HALTED,
    /** The text takes more than ten parts. */
    TEXT_TOO_LONG,
    /** The text holds another link than the invitation's. */
    TEXT_HAS_LINK,
    /** Sharing links is switched off for the caller; argument 0: name of an admin to ask. */
    LINKS_SWITCHED_OFF,
    /** The link is for addresses of one domain; argument 0: which. */
    OTHER_DOMAIN,
    /** As many people as the link is for have come by it. */
    USED_UP,
    /** The address was not confirmed in time. */
    CONFIRMATION_EXPIRED,
    /** The address is not confirmed yet. */
    UNCONFIRMED
}

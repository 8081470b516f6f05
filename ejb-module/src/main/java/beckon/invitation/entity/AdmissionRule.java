package beckon.invitation.entity;

/** Which rule decided about a recipient. */
public enum AdmissionRule {
    /** The address lies in a verified domain of the account. */
    VERIFIED_DOMAIN,
    /** It lies below one whose sub-domains count as well. */
    VERIFIED_SUB_DOMAIN,
    /** Webmail belongs to nobody's company. */
    WEBMAIL_DOMAIN,
    /** Any other domain makes a guest. */
    OTHER_DOMAIN,
    /** The inviter chose the kind. */
    CHOSEN_KIND,
    /** Who may invite at all is set by the account's policy. */
    INVITING_POLICY,
    /** The account's list of those who are not to be invited. */
    DENY_LIST,
    /** Its list of those who alone are. */
    ALLOW_LIST,
    DISPOSABLE_MAIL,
    /** Whether anybody may be a guest. */
    GUEST_POLICY,
    /** Whose invitations an admin has to approve. */
    APPROVAL_POLICY,
    /** Admins are made by admins only; so are co-workers by hand. */
    CHOICE_OF_ADMINS,
    ADDRESS_FORM,
    OWN_ADDRESS,
    MEMBER,
    OPEN_INVITATION,
    /** The recipient's own wish not to be invited. */
    SUPPRESSION,
    /** A number says nothing of a company: the address that its owner confirms will. */
    NUMBER,
    NUMBER_FORM,
    /** Whoever holds a text is not made more than their own address makes of them. */
    NUMBER_RAISES_NOBODY,
    /** Whether texts can be sent at all. */
    TEXT_GATEWAY,
    /** Who may text is set by the account's policy; so are the countries. */
    TEXT_POLICY,
    TEXT_COUNTRY,
    /** Texts to a country stop by themselves when most of them fail. */
    TEXT_HALT,
    TEXT_BUDGET,
    TEXT_PREFIX,
    /** Who may share links is set by the account's policy. */
    LINK_POLICY,
    /** The link's owner has said whose addresses it is for. */
    LINK_DOMAIN,
    DAILY_LIMIT,
    RECIPIENT_LIMIT
}

package beckon.contact.entity;

/** What a contact is to the account: a member of some kind, or an entry of one person only. */
public enum ContactKind {
    ADMIN,
    COWORKER,
    GUEST,
    PERSONAL
}

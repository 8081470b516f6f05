package beckon.contact.entity;

/** The lists that an address book is read by. */
public enum ContactGroup {
    ALL,
    COMPANY,
    GUESTS,
    PERSONAL
}

package beckon.contact.entity;

/** What an address or a number of a contact is for. */
public enum ContactLabel {
    MOBILE,
    WORK,
    HOME,
    OTHER
}

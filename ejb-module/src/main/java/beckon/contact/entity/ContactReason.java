package beckon.contact.entity;

import beckon.shared.Reason;

/** Why the address book stays as it is. */
public enum ContactReason implements Reason {
    /** There is no such contact that the caller may change. */
    NOT_FOUND,
    /** {0} the address, {1} the name of the caller's contact who has it. */
    ADDRESS_TAKEN,
    /** {0} the most personal contacts that one person may have. */
    BOOK_FULL
}

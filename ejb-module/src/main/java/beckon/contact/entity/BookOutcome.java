package beckon.contact.entity;

/** What becomes of one entry that comes to an owner's book from outside. */
public enum BookOutcome {
    /** Nobody like that is there. */
    NEW,
    /** Somebody is, and gets addresses or numbers that they had not. */
    COMPLETED,
    /** Somebody is, with all of it; nothing changes. */
    KNOWN,
    /** An entry before it in the same list says all of it. */
    REPEATED,
    /** There is no more room in the book. */
    FULL
}

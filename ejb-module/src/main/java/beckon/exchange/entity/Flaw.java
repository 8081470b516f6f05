package beckon.exchange.entity;

/** What part of a row is left out, and why. */
public enum Flaw {
    EMAIL_NOT_VALID,
    PHONE_NOT_VALID,
    /** A text was cut to what there is room for. */
    TOO_LONG,
    /** More addresses or numbers than one contact may have. */
    TOO_MANY,
    /** Neither a name nor an address nor a number. */
    NOTHING
}

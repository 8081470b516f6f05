package beckon.exchange.entity;

/** What becomes, or became, of one row of a file. */
public enum RowOutcome {
    NEW,
    COMPLETED,
    KNOWN,
    REPEATED,
    FULL,
    /** Nothing in it can be kept. */
    INVALID;

    /** Whether the row changes the book. */
    public boolean isKept() {
        return this == NEW || this == COMPLETED;
    }
}

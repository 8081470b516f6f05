package beckon.exchange.entity;

/** How far a file of contacts has come. */
public enum ImportState {
    /** Taken in; its owner says what its columns mean. */
    UPLOADED,
    /** Every row is judged; nothing is kept yet. */
    CHECKED,
    /** Rows are being kept. */
    RUNNING,
    /** All rows are kept that can be. */
    DONE
}

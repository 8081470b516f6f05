package beckon.exchange.entity;

import beckon.shared.Reason;

/** Why a file of contacts is not taken in. */
public enum ImportReason implements Reason {
    /** There is no such file of the caller's, or not any more. */
    NOT_FOUND,
    EMPTY_FILE,
    /** {0} the most that a file may have, in MB. */
    FILE_TOO_LARGE,
    /** It is neither vCard nor CSV. */
    FILE_TYPE,
    /** {0} the line up to which it can be read. */
    FILE_BROKEN,
    /** {0} the most rows that a file may have. */
    TOO_MANY_ROWS,
    /** No column holds a name, an address or a number. */
    NO_COLUMN
}

package beckon.getapp.entity;

import beckon.shared.Reason;

/** Why the link to the app is not sent. */
public enum AppReason implements Reason {
    /** The last text to this number, from this browser or from this address was less ago. */
    WAIT_A_MINUTE,
    /** A limit of the day, or trouble with texts to this country; the audit knows which. */
    NOT_SENT,
    /** Texts go to some countries only, and this is none of them. */
    COUNTRY_CLOSED
}

package beckon.shared;

/** Why nothing can be sent to what somebody typed as a phone number. */
public enum PhoneReason implements Reason {
    /** No number of any country, or one that does not exist. */
    NUMBER_NOT_VALID,
    /** A fixed line, which gets no texts. */
    NUMBER_LANDLINE,
    /** A number that costs whoever calls or texts it more than an ordinary one. */
    NUMBER_PREMIUM,
    /** A short code or an emergency number. */
    NUMBER_SHORT
}

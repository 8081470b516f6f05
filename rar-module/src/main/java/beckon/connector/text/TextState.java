package beckon.connector.text;

/** What has become of a text that the message centre took. */
public enum TextState {
    /** Still on its way. */
    UNDER_WAY,
    /** On the phone. */
    DELIVERED,
    /** The phone was not reached in time. */
    EXPIRED,
    /** Taken out by the message centre. */
    DELETED,
    /** It cannot be brought to this phone. */
    UNDELIVERABLE,
    /** The message centre or the network will not carry it. */
    REJECTED,
    /** The message centre does not know. */
    UNKNOWN;

    /** Whether nothing more will become of it. */
    public boolean isFinal() {
        return this != UNDER_WAY && this != UNKNOWN;
    }
}

package beckon.exchange.entity;

/** How a file of contacts is written. */
public enum FileFormat {
    CSV,
    VCARD
}

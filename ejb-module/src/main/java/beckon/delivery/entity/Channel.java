package beckon.delivery.entity;

/** How a message travels. */
public enum Channel {
    EMAIL,
    TEXT
}

package beckon.delivery.entity;

/**
 * How long a text is, counted as it will be sent.
 *
 * @param encoding {@code GSM-7} or {@code UCS-2}
 * @param characters that it takes of the room; some take two
 * @param room of all its segments together; one character more than fits takes another segment
 * @param segments how many messages it is sent as
 */
public record TextMeasure(String encoding, int characters, int room, int segments) {}

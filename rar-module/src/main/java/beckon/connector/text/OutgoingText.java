package beckon.connector.text;

/**
 * One text to one phone.
 *
 * @param reference ours; the same for every attempt, so that parts that arrive twice are joined
 *     once and a report can be recognised though the answer was lost
 * @param to in E.164, with the plus
 * @param text any Unicode text; encoded and cut by the adapter
 */
public record OutgoingText(long reference, String to, String text) {}

package beckon.connector.text;

/**
 * One text to one phone.
 *
 * @param reference ours; the same for every attempt, so that parts that arrive twice are joined
 *     once and a report can be recognised though the answer was lost
 * @param to in E.164, with the plus
 * @param text any Unicode text; encoded and cut by the adapter
 * @param receipt what a gateway says to us when it tells by HTTP what became of the text; may stand
 *     in an address
 */
public record OutgoingText(long reference, String to, String text, String receipt) {

    public OutgoingText(long reference, String to, String text) {
        this(reference, to, text, String.valueOf(reference));
    }

    /** Nothing of the text, in which links are in clear, nor of whose number it is. */
    @Override
    public String toString() {
        return "OutgoingText[" + reference + "]";
    }
}

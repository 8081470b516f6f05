package beckon.connector.text;

/**
 * One text from a phone to us.
 *
 * @param from in E.164, with the plus; empty if the message centre does not say it so
 * @param text as well as it can be read
 */
public record IncomingText(String from, String text) {

    @Override
    public String toString() {
        return "IncomingText[]";
    }
}

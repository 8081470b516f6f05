package beckon.connector.text;

/**
 * One text from a phone to us.
 *
 * @param from in E.164, with the plus; figures alone if the message centre does not say of which
 *     country; empty if it is no phone's
 * @param text as well as it can be read
 */
public record IncomingText(String from, String text) {

    @Override
    public String toString() {
        return "IncomingText[]";
    }
}

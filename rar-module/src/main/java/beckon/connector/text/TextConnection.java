package beckon.connector.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A bound session or a gateway lent by the container's pool; closing gives it back. */
public interface TextConnection extends AutoCloseable {

    /**
     * Sends texts, several under way at a time.
     *
     * <p>Returns within twice the response time-out, whatever the message centre does; texts that
     * it was too slow for come back as {@code LATER}.
     *
     * @param isWanted asked of each text just before it goes; what is not wanted any more comes
     *     back as {@code LATER}
     * @return the answers in the order of the texts; a refusal or a broken connection is never an
     *     exception
     * @throws IllegalArgumentException if one of them has no number in E.164 or is too long; then
     *     none was sent
     */
    List<TextAnswer> send(List<OutgoingText> texts, Predicate<OutgoingText> isWanted);

    /** Sends one text. */
    default TextAnswer send(OutgoingText text) {
        return send(List.of(text), any -> true).get(0);
    }

    /**
     * Asks what has become of a part that was taken.
     *
     * @return nothing if the message centre could not be asked; {@link TextState#UNKNOWN} if it
     *     does not know
     */
    Optional<DeliveryReport> query(String messageId);

    @Override
    void close();
}

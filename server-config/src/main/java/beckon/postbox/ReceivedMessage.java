package beckon.postbox;

import java.time.Instant;

/**
 * One message as its recipient would get it.
 *
 * @param id counts up
 * @param from envelope sender
 * @param to envelope recipient; a mail to several becomes several messages
 * @param text the plain part, empty if there is none
 * @param html the HTML part, empty if there is none
 * @param source everything that came over the wire
 */
record ReceivedMessage(
        long id,
        Channel channel,
        String from,
        String to,
        String subject,
        String text,
        String html,
        Instant receivedAt,
        String source) {

    enum Channel {
        EMAIL
    }
}

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
 * @param encoding how the characters of a text travelled; empty for a mail
 * @param segments in how many messages a text came; 0 for a mail
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
        String source,
        String encoding,
        int segments) {

    enum Channel {
        EMAIL,
        TEXT
    }

    static ReceivedMessage mail(
            long id,
            String from,
            String to,
            String subject,
            String text,
            String html,
            Instant receivedAt,
            String source) {
        return new ReceivedMessage(
                id, Channel.EMAIL, from, to, subject, text, html, receivedAt, source, "", 0);
    }
}

package beckon.connector.mail;

import java.util.Map;

/**
 * One mail to one recipient.
 *
 * @param messageId without angle brackets; the same for every attempt
 * @param fromName the sender's display name, any Unicode text; encoded by the adapter
 * @param to the only recipient
 * @param subject any Unicode text; encoded by the adapter
 * @param text the plain part
 * @param html the HTML part of equal content
 * @param headers further header fields, such as {@code List-Unsubscribe}; line breaks are refused
 */
public record OutgoingMail(
        String messageId,
        String fromName,
        String to,
        String subject,
        String text,
        String html,
        String language,
        Map<String, String> headers) {}

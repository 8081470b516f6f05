package beckon.connector.text;

import java.util.List;

/**
 * What the message centre reports about one part of a text.
 *
 * <p>It may come late, twice, before the answer to the sending is stored, or about a text that
 * nobody here has sent.
 *
 * @param messageIds spellings of one id, likeliest first: some message centres answer in
 *     hexadecimal and report in decimal figures, or the reverse; compare the number too
 * @param state what has become of it
 * @param reference the lowest 16 bits of ours; null if the message centre does not repeat it
 * @param number whose phone, as the message centre writes it; empty if it does not say
 * @param error the network's own error code; empty if there is none
 */
public record DeliveryReport(
        List<String> messageIds, TextState state, Integer reference, String number, String error) {

    public DeliveryReport {
        messageIds = List.copyOf(messageIds);
    }
}

package beckon.delivery.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One message to be delivered, as the component that has something to say hands it over.
 *
 * @param accountId on whose behalf
 * @param reference handle of what it is about; {@code cancel} and {@code listFor} find it by this
 * @param channel how
 * @param template the template's name, such as {@code invitation}
 * @param recipient address or number
 * @param language of the recipient, {@code en} or {@code fr}
 * @param model what the template's placeholders stand for; never a token
 * @param tokenSource from which the link's token is derived at sending; null if the message has no
 *     link
 * @param expiresAt after which it is of no use any more
 */
public record OutgoingMessage(
        long accountId,
        UUID reference,
        Channel channel,
        String template,
        String recipient,
        String language,
        Map<String, String> model,
        beckon.shared.TokenSource tokenSource,
        Instant expiresAt) {}

package beckon.delivery.entity;

import beckon.shared.TokenSource;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One outgoing message in the hands of the consumer that has claimed it.
 *
 * <p>A value and no managed entity: thousands pass each second, and each is read once and settled
 * once.
 *
 * @param accountId on whose behalf
 * @param reference handle of what it is about
 * @param tokenSource from which the link's token is derived; null if the message has no link
 * @param messageId without angle brackets; the same for every attempt
 * @param attempts counting the one for which it was claimed
 */
public record Dispatch(
        long id,
        long accountId,
        UUID reference,
        String template,
        String recipient,
        String language,
        Map<String, String> model,
        TokenSource tokenSource,
        String messageId,
        int attempts,
        Instant expiresAt) {}

package beckon.delivery.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * What has become of one outgoing message, for a screen or an API.
 *
 * @param answer the server's answer or the reason of a failure in the server's words; may be null
 * @param trouble what went wrong where no server has answered; may be null
 * @param at when it came to this state
 */
public record DispatchRow(
        UUID reference,
        Channel channel,
        DispatchState state,
        int attempts,
        Integer answerCode,
        String answer,
        DispatchTrouble trouble,
        Instant nextAttemptAt,
        Instant at) {}

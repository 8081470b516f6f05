package beckon.invitation.entity;

import beckon.delivery.entity.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who asks to be invited, in a list.
 *
 * @param invited address or number that the invitation was for
 * @param channel by which it had gone there
 * @param own whether it is the reader who had invited
 */
public record RequestRow(
        UUID handle,
        String name,
        String email,
        String invited,
        Channel channel,
        String inviterName,
        boolean own,
        Instant createdAt) {}

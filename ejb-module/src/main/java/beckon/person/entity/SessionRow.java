package beckon.person.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A live session, as its owner sees it.
 *
 * @param here whether it is the one in which the owner is looking
 * @param remote the address it began from; may be null
 * @param lastSeenAt its last use, to the minute
 */
public record SessionRow(
        UUID handle,
        boolean here,
        Device device,
        String remote,
        Instant createdAt,
        Instant lastSeenAt) {}

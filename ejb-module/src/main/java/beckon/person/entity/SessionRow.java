package beckon.person.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A live session, or a device that could open one, as its owner sees it.
 *
 * @param here whether it is the one in which the owner is looking
 * @param remembered whether the device may open another one without a password
 * @param remote the address it began from; may be null
 * @param lastSeenAt its last use, to the minute
 */
public record SessionRow(
        UUID handle,
        boolean here,
        boolean remembered,
        Device device,
        String remote,
        Instant createdAt,
        Instant lastSeenAt) {}

package beckon.invitation.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * One link in a list, without its address on the web.
 *
 * @param own whether it is the reader's
 * @param maxUses how many people it is for; null: any number
 * @param domain whose addresses only; null: any
 */
public record LinkRow(
        UUID handle,
        String ownerName,
        boolean own,
        String domain,
        int uses,
        Integer maxUses,
        Instant createdAt,
        Instant expiresAt,
        LinkState state) {}

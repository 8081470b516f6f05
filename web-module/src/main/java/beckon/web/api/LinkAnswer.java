package beckon.web.api;

import beckon.invitation.entity.LinkRow;
import beckon.invitation.entity.LinkState;
import java.time.Instant;
import java.util.UUID;

/** One link in a list, without its address. */
record LinkAnswer(
        UUID id,
        int uses,
        Integer maxUses,
        String domain,
        LinkState state,
        Instant createdAt,
        Instant expiresAt) {
    static LinkAnswer of(LinkRow row) {
        return new LinkAnswer(
                row.handle(),
                row.uses(),
                row.maxUses(),
                row.domain(),
                row.state(),
                row.createdAt(),
                row.expiresAt());
    }
}

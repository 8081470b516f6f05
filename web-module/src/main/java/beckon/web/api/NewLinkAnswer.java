package beckon.web.api;

import beckon.invitation.entity.SharedLink;
import java.time.Instant;
import java.util.UUID;

/** A link that has just been made; the only answer that has its address. */
record NewLinkAnswer(
        UUID id, String url, int uses, Integer maxUses, String domain, Instant expiresAt) {
    static NewLinkAnswer of(SharedLink link) {
        return new NewLinkAnswer(
                link.handle(),
                link.url(),
                link.uses(),
                link.maxUses(),
                link.domain(),
                link.expiresAt());
    }
}

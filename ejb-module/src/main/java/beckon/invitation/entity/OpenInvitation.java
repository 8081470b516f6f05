package beckon.invitation.entity;

import java.time.Instant;
import java.util.UUID;

/** An invitation that stands in the way of another one. */
public record OpenInvitation(
        long id, UUID handle, long inviterId, String openKey, Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}

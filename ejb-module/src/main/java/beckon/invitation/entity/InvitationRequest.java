package beckon.invitation.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * The wish of somebody to be invited, who came by an invitation that was not for them or has
 * expired.
 *
 * @param inviterId membership that had sent the invitation
 */
public record InvitationRequest(
        long id,
        UUID handle,
        long accountId,
        long invitationId,
        long inviterId,
        String name,
        String email,
        String emailKey,
        String language,
        Instant createdAt) {

    /** What no two open ones have in common: the same person asks once with one invitation. */
    public String openKey() {
        return invitationId + " " + emailKey;
    }

    @Override
    public String toString() {
        return "InvitationRequest[" + handle + "]";
    }
}

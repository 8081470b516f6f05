package beckon.invitation.entity;

import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * The command to make a link or to change one; what is null, or more than the account allows, is as
 * its rules say.
 *
 * @param domain whose addresses only, as typed; empty: any
 */
public record ShareLink(
        Integer maxUses,
        Instant expiresAt,
        @Size(max = 300, message = "{invitation.link.domain.tooLong}") String domain) {

    /** A link as the account's rules have it. */
    public static final ShareLink DEFAULT = new ShareLink(null, null, null);
}

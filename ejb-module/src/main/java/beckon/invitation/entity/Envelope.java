package beckon.invitation.entity;

import beckon.shared.TokenSource;
import java.time.Instant;

/**
 * What an invitation travels with, each time it is sent.
 *
 * @param message the inviter's own words; null if there are none
 * @param file from which the token of an attached file's link is derived; null if there is none
 * @param tokenSource of this sending's link
 * @param tokenHash the SHA-256 by which the link is found
 */
public record Envelope(
        String language,
        String message,
        TokenSource file,
        TokenSource tokenSource,
        byte[] tokenHash,
        Instant sentAt,
        Instant expiresAt) {

    /** What the row keeps of its token. */
    KeptToken kept() {
        return new KeptToken(tokenSource, tokenHash);
    }
}

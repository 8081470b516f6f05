package beckon.invitation.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A link on its owner's screen.
 *
 * @param url secret: whoever has it may join
 * @param maxUses how many people it is for; null: any number
 * @param domain whose addresses only; null: any
 * @param accountName where it leads
 */
public record SharedLink(
        UUID handle,
        String url,
        String accountName,
        String domain,
        int uses,
        Integer maxUses,
        Instant expiresAt,
        LinkState state) {

    @Override
    public String toString() {
        return "SharedLink[" + handle + "]";
    }
}

package beckon.account.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A membership as the commands on it read it.
 *
 * @param sponsorId membership, or null
 * @param endsAt null: until somebody ends it
 */
public record Member(
        long id,
        UUID handle,
        long accountId,
        long personId,
        MemberKind kind,
        boolean active,
        Long sponsorId,
        Instant joinedAt,
        Instant endsAt) {

    public boolean isGuest() {
        return kind == MemberKind.GUEST;
    }
}

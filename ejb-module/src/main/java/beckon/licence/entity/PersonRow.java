package beckon.licence.entity;

import beckon.account.entity.MemberKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A member on an admin's list.
 *
 * @param deactivatedAt null: active
 * @param endsAt when a guest's stay ends; null: when somebody ends it
 * @param sponsorName who answers for a guest, or null
 * @param photo handle of the picture; null: none, or not active
 * @param own whether the reader is looking at themselves
 */
public record PersonRow(
        UUID handle,
        String name,
        String email,
        MemberKind kind,
        Instant joinedAt,
        Instant deactivatedAt,
        Instant endsAt,
        String sponsorName,
        String sponsorEmail,
        boolean licensed,
        UUID photo,
        boolean own) {

    public boolean isActive() {
        return deactivatedAt == null;
    }

    public boolean isGuest() {
        return kind == MemberKind.GUEST;
    }
}

package beckon.account.entity;

/**
 * A member who has just become something else; the event that tells other components.
 *
 * @param sponsorId membership that answers for a guest, or null
 */
public record MemberKindChanged(
        long accountId, long membershipId, MemberKind from, MemberKind to, Long sponsorId) {}

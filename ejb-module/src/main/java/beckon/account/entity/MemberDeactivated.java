package beckon.account.entity;

/**
 * A member who has just been put out; the event that tells other components.
 *
 * @param successorId membership that takes over what the member has begun; null: it ends
 */
public record MemberDeactivated(
        long accountId, long membershipId, long personId, MemberKind kind, Long successorId) {}

package beckon.account.entity;

/**
 * A member who has just joined; the event that tells other components.
 *
 * @param invitedBy membership that invited, or null
 */
public record NewMember(
        long accountId, long membershipId, long personId, MemberKind kind, Long invitedBy) {}

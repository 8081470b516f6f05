package beckon.licence.entity;

import beckon.account.entity.MemberKind;

/**
 * How many people an account has.
 *
 * @param licensed admins and co-workers with a licence
 */
public record PeopleCounts(
        long admins, long coworkers, long guests, long deactivated, long licensed) {

    /** All who are in. */
    public long active() {
        return admins + coworkers + guests;
    }

    /** Admins and co-workers without a licence. */
    public long waiting() {
        return Math.max(0, admins + coworkers - licensed);
    }

    /** How many are active of one kind, or of all if it is null. */
    public long active(MemberKind kind) {
        if (kind == null) {
            return active();
        }
        return switch (kind) {
            case ADMIN -> admins;
            case COWORKER -> coworkers;
            case GUEST -> guests;
        };
    }
}

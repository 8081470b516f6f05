package beckon.licence.entity;

/**
 * How many people an account has.
 *
 * @param waiting admins and co-workers without a licence
 */
public record PeopleCounts(
        long admins, long coworkers, long guests, long deactivated, long waiting) {

    /** All who are in. */
    public long active() {
        return admins + coworkers + guests;
    }
}

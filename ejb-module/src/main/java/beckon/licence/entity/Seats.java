package beckon.licence.entity;

/**
 * How many licences an account has.
 *
 * @param seats how many there are; 0 but in the edition Pro+
 * @param assigned how many of them members have
 */
public record Seats(Edition edition, int seats, int assigned) {

    /** Whether members need a licence at all. */
    public boolean isLicensed() {
        return edition == Edition.PRO_PLUS;
    }

    public int left() {
        return Math.max(0, seats - assigned);
    }
}

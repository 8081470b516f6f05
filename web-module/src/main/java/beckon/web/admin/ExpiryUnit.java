package beckon.web.admin;

/** In what the page counts how long an invitation or a link is open. */
public enum ExpiryUnit {
    HOURS(1),
    DAYS(24);

    private final int hours;

    ExpiryUnit(int hours) {
        this.hours = hours;
    }

    /** The largest in which so many hours are a whole number. */
    static ExpiryUnit of(int hours) {
        return hours % DAYS.hours == 0 ? DAYS : HOURS;
    }

    int count(int ofHours) {
        return ofHours / hours;
    }

    /**
     * Hours as the boundary wants them; nothing is too little, and what is far too much stays so.
     */
    int toHours(Integer count) {
        return count == null ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) count * hours);
    }
}

package beckon.web.admin;

/** In what the page counts how long an invitation is open. */
public enum ExpiryUnit {
    HOURS(1),
    DAYS(24);

    private final int hours;

    ExpiryUnit(int hours) {
        this.hours = hours;
    }

    int hours() {
        return hours;
    }
}

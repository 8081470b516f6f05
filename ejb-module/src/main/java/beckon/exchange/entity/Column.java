package beckon.exchange.entity;

/** What a column of a CSV file means. */
public enum Column {
    IGNORED,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    COMPANY,
    EMAIL,
    EMAIL_WORK,
    EMAIL_HOME,
    PHONE,
    PHONE_MOBILE,
    PHONE_WORK,
    PHONE_HOME,
    NOTE
}

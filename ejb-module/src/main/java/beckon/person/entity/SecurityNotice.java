package beckon.person.entity;

/** What a person is told by mail, in case it was not they who did it. */
public enum SecurityNotice {
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    SECOND_STEP_ON,
    SECOND_STEP_OFF,
    /** Somebody who knows the password has tried too many wrong codes. */
    CODES_GUESSED,
    RECOVERY_CODES_NEW,
    RECOVERY_CODE_USED,
    API_TOKEN_MADE,
    PHONE_CHANGED,
    /** A remembered device's token came back after it had been replaced. */
    DEVICE_COPIED
}

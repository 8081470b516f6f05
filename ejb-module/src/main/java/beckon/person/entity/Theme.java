package beckon.person.entity;

/** Which look a person has chosen. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}

package beckon.licence.entity;

/** What a list of people is sorted by. */
public enum PeopleOrder {
    NAME,
    /** Who has come, or was put out, last stands first. */
    NEWEST
}

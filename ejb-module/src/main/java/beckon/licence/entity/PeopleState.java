package beckon.licence.entity;

/** Whether members are in the account or were put out. */
public enum PeopleState {
    ACTIVE,
    DEACTIVATED
}

package beckon.account.entity;

/** What a person is in an account. The names are the roles that boundaries ask for. */
public enum MemberKind {
    ADMIN,
    COWORKER,
    GUEST;

    /** Whether somebody of this kind may do more than somebody of the other. */
    public boolean outranks(MemberKind other) {
        return ordinal() < other.ordinal();
    }
}

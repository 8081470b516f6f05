package beckon.account.entity;

/** What a person is in an account. The names are the roles that boundaries ask for. */
public enum MemberKind {
    ADMIN,
    COWORKER,
    GUEST
}

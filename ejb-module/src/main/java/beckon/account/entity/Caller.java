package beckon.account.entity;

import java.security.Principal;

/**
 * The member on whose behalf a request runs; travels as the caller principal's name.
 *
 * @param accountId the account that every query of the request is confined to
 * @param membershipId who in that account
 * @param personId whose sign-in
 * @param kind the caller's only role
 */
public record Caller(long accountId, long membershipId, long personId, MemberKind kind) {

    /** The principal's name, from which {@link #of} makes this caller again. */
    public String principalName() {
        return accountId + "/" + membershipId + "/" + personId + "/" + kind;
    }

    /**
     * Reads the caller from the container's principal.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static Caller of(Principal principal) {
        String[] parts = principal.getName().split("/");
        if (parts.length != 4) {
            throw new IllegalStateException("no member is signed in");
        }
        return new Caller(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                MemberKind.valueOf(parts[3]));
    }

    public boolean isAdmin() {
        return kind == MemberKind.ADMIN;
    }

    public boolean isGuest() {
        return kind == MemberKind.GUEST;
    }
}

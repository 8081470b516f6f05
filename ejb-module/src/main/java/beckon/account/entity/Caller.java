package beckon.account.entity;

import beckon.shared.PrincipalName;
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
        return new PrincipalName(accountId, membershipId, personId, kind.name()).toString();
    }

    /**
     * Reads the caller from the container's principal.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static Caller of(Principal principal) {
        PrincipalName name = PrincipalName.of(principal);
        return new Caller(
                name.accountId(),
                name.membershipId(),
                name.personId(),
                MemberKind.valueOf(name.role()));
    }

    public boolean isAdmin() {
        return kind == MemberKind.ADMIN;
    }

    public boolean isGuest() {
        return kind == MemberKind.GUEST;
    }
}

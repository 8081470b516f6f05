package beckon.shared;

import java.security.Principal;

/**
 * The name under which the container knows the caller: ids only, so that a thread dump or a log
 * line names nobody.
 *
 * @param role the one role that the caller has
 */
public record PrincipalName(long accountId, long membershipId, long personId, String role) {

    /**
     * Reads the container's principal.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static PrincipalName of(Principal principal) {
        String[] parts = principal == null ? new String[0] : principal.getName().split("/");
        if (parts.length != 4) {
            throw new IllegalStateException("no member is signed in");
        }
        return new PrincipalName(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts[3]);
    }

    @Override
    public String toString() {
        return accountId + "/" + membershipId + "/" + personId + "/" + role;
    }
}

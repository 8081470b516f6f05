package beckon.person.entity;

import java.time.Instant;

/**
 * A new API token; the only moment at which it exists in clear.
 *
 * @param secret what goes after {@code Bearer}
 */
public record IssuedToken(String secret, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[…]";
    }
}

package beckon.shared;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in a link or behind {@code Bearer}: 256 bits, base64url.
 *
 * <p>Exists in clear only in the message, or on its owner's screen; the database holds its {@link
 * TokenHash}. Whatever prints this by mistake prints nothing of the secret.
 */
public record Token(String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A token that can never be derived again: whoever draws it shows it once. */
    public static Token random() {
        return ofOctets(randomOctets(32));
    }

    /** Octets that nobody can guess; the one source of chance in Beckon. */
    public static byte[] randomOctets(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    static Token ofOctets(byte[] octets) {
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    public byte[] hash() {
        return TokenHash.of(secret);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}

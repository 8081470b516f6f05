package beckon.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the database knows of a secret: its SHA-256. */
public final class TokenHash {

    private TokenHash() {}

    /** The 32 octets by which a secret is looked up. */
    public static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The same in 64 hexadecimal digits, for names such as a rate limit's bucket. */
    public static String hex(String secret) {
        return HexFormat.of().formatHex(of(secret));
    }
}

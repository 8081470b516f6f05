package beckon.person.control;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argon2id hash with what it was made from, as the PHC string format writes it (RFC 9106,
 * version 0x13).
 *
 * @param memory in KiB
 * @param octets the hash itself
 */
record PasswordHash(int memory, int iterations, int parallelism, byte[] salt, byte[] octets) {

    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,3})"
                            + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /**
     * @throws IllegalArgumentException when it is no argon2id hash; the text is not repeated
     */
    static PasswordHash parse(String text) {
        Matcher parts = PHC.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no argon2id hash in PHC form");
        }
        return new PasswordHash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    /** Whether both hold the same octets; takes as long wherever they differ. */
    boolean isEqualTo(byte[] other) {
        return MessageDigest.isEqual(octets, other);
    }

    /** In PHC form; the components' own text would not be one. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        iterations,
                        parallelism,
                        base64.encodeToString(salt),
                        base64.encodeToString(octets));
    }
}

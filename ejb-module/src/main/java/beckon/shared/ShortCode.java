package beckon.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * A secret that people read and type: ten letters and digits that cannot be taken for one another,
 * 50 bits of a {@link Token}.
 *
 * <p>Never stored: whoever has the token's source derives it again.
 */
public record ShortCode(String secret) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    /** The code that stands for a token. */
    public static ShortCode of(Token token) {
        byte[] octets = TokenHash.of(token.secret());
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(octets[i] & 31));
        }
        return new ShortCode(code.toString());
    }

    /** As it is shown: in two halves. */
    public String words() {
        return secret.substring(0, LENGTH / 2) + "-" + secret.substring(LENGTH / 2);
    }

    /** Whether somebody has typed this one, in whatever case and with whatever between. */
    public boolean isTyped(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return MessageDigest.isEqual(
                plain.getBytes(StandardCharsets.US_ASCII),
                secret.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "ShortCode[…]";
    }
}

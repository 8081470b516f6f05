package beckon.person.control;

import java.time.Instant;
import java.util.Locale;

/** An authenticator app, for tests of others. */
public final class Codes {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Codes() {}

    /** What an app shows that was told this secret. */
    public static String show(String base32, Instant now) {
        byte[] octets = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                octets[next++] = (byte) (buffer >> bits);
            }
        }
        return new Totp(octets).code(Totp.stepOf(now));
    }
}

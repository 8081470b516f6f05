package beckon.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, by the standard and by nothing of ours. */
public final class App {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private App() {}

    /** What it shows now that was told this secret. */
    public static String show(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(octets(secret.replace(" ", "")), "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] octets(String base32) {
        byte[] octets = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < octets.length * 8; bit++) {
            int value = BASE32.indexOf(base32.charAt(bit / 5)) >> 4 - bit % 5 & 1;
            octets[bit / 8] |= (byte) (value << 7 - bit % 8);
        }
        return octets;
    }
}

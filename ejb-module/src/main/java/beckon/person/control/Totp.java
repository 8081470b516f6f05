package beckon.person.control;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (RFC 6238), in the form that every authenticator app knows: SHA-1,
 * six digits, thirty seconds.
 */
final class Totp {

    static final int STEP_SECONDS = 30;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** Clocks differ, and typing takes time: the step before and the one after count too. */
    private static final int SLACK = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The step whose code this is; empty if it is none of those that count now. */
    OptionalLong findStep(String code, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long middle = stepOf(now);
        return LongStream.rangeClosed(middle - SLACK, middle + SLACK)
                .filter(step -> MessageDigest.isEqual(octets(code(step)), given))
                .findFirst();
    }

    static long stepOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
    }

    String code(long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0F;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            return ("0".repeat(DIGITS) + number % MODULUS).substring(digits(number % MODULUS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The secret as people type it. */
    String base32() {
        return base32(secret);
    }

    /** What an app reads from a QR code. */
    String uri(String issuer, String owner) {
        return "otpauth://totp/"
                + encoded(issuer)
                + ":"
                + encoded(owner)
                + "?secret="
                + base32()
                + "&issuer="
                + encoded(issuer)
                + "&algorithm=SHA1&digits="
                + DIGITS
                + "&period="
                + STEP_SECONDS;
    }

    /** RFC 4648 without padding; of whole groups of five bits only. */
    static String base32(byte[] octets) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte octet : octets) {
            buffer = buffer << 8 | octet & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        return text.toString();
    }

    private static int digits(int number) {
        return String.valueOf(number).length();
    }

    private static byte[] octets(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

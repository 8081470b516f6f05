package beckon.shared;

import java.math.BigInteger;

/** A token that people can type: good for a few minutes and a few tries only. */
public final class SixDigits {

    private static final BigInteger MODULUS = BigInteger.valueOf(1_000_000);

    private SixDigits() {}

    /** The code of a token, the same every time. */
    public static String of(Token token) {
        byte[] octets = TokenHash.of("digits " + token.secret());
        int number = new BigInteger(1, octets).mod(MODULUS).intValue();
        return "%06d".formatted(number);
    }
}

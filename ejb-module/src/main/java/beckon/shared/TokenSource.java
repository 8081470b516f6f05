package beckon.shared;

import java.util.Arrays;

/**
 * All that a row keeps of a token: enough to derive it again with the key, nothing without.
 *
 * @param purpose what the token opens, such as {@code invitation}
 * @param nonce 16 random octets
 * @param keyId which key
 */
public record TokenSource(String purpose, byte[] nonce, String keyId) {

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenSource that
                && purpose.equals(that.purpose)
                && keyId.equals(that.keyId)
                && Arrays.equals(nonce, that.nonce);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nonce);
    }

    @Override
    public String toString() {
        return "TokenSource[" + purpose + "]";
    }
}

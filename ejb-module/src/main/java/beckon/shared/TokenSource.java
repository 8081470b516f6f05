package beckon.shared;

/**
 * All that a row keeps of a token: enough to derive it again with the key, nothing without.
 *
 * @param purpose what the token opens, such as {@code invitation}
 * @param nonce 16 random octets
 * @param keyId which key
 */
public record TokenSource(String purpose, byte[] nonce, String keyId) {}

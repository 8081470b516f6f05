package beckon.shared;

/**
 * A keyed hash: proves that we have written something, or knows again what no row keeps.
 *
 * @param keyId which token key
 * @param value HMAC-SHA256, 43 characters of base64url
 */
public record Seal(String keyId, String value) {

    @Override
    public String toString() {
        return "Seal[" + keyId + "]";
    }
}

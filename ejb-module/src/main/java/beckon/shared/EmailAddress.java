package beckon.shared;

/**
 * A mail address that is valid in form.
 *
 * @param typed as somebody wrote it, without surrounding space; what people see and mail is sent to
 * @param key what is compared: lower-case local part, lower-case A-label domain; +tags and dots
 *     kept
 */
public record EmailAddress(String typed, String key) {

    /**
     * Reads an address (RFC 5321 lengths: 64 octets before the at sign, 254 in all; IDNA 2008).
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static EmailAddress of(String text) {
        throw new UnsupportedOperationException("not built yet");
    }
}

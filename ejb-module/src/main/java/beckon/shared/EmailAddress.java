package beckon.shared;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;

/**
 * A mail address that is valid in form.
 *
 * @param typed as somebody wrote it, without surrounding space, invisible characters and the
 *     domain's trailing dot; what people see
 * @param key what is compared: lower-case local part, lower-case A-label domain; +tags and dots
 *     kept
 */
public record EmailAddress(String typed, String key) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final EmailValidator FORM =
            JMail.strictValidator()
                    .requireAscii()
                    .disallowQuotedIdentifiers()
                    .disallowObsoleteWhitespace();

    /**
     * Reads an address (RFC 5321 lengths: 64 octets before the at sign, 254 in all; IDNA 2008).
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static EmailAddress of(String text) {
        requireOneLine(text);
        String typed = withoutInvisible(text).strip();
        int at = typed.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL || typed.matches(".*[\"(].*")) {
            throw new IllegalArgumentException("not a mail address");
        }
        EmailDomain domain = EmailDomain.of(typed.substring(at + 1));
        if (typed.endsWith(".")) {
            typed = typed.substring(0, typed.length() - 1);
        }
        String key = typed.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain.key();
        if (key.length() > MAX_LENGTH || typed.length() > MAX_LENGTH || FORM.isInvalid(key)) {
            throw new IllegalArgumentException("not a mail address");
        }
        return new EmailAddress(typed, key);
    }

    /** Whose mail server it is. */
    public EmailDomain domain() {
        return new EmailDomain(key.substring(key.lastIndexOf('@') + 1));
    }

    /** What a mail server is given: the local part as typed, the domain in A-labels. */
    public String mailbox() {
        return typed.substring(0, typed.lastIndexOf('@')) + "@" + domain().key();
    }

    /** Enough to recognise one's own address by and nobody else's: {@code a…@acme.example}. */
    public String masked() {
        return key.charAt(0) + "…@" + domain().key();
    }

    static void requireOneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line break in a mail address");
        }
    }

    /** Takes away what nobody sees: zero-width and bidirectional controls, variation selectors. */
    static String withoutInvisible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> c < 0xFE00 || c > 0xFE0F)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}

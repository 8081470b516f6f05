package beckon.shared;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
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

    /** What is wrong with a text that is no address. */
    public enum Flaw {
        /** Something is missing before or behind the at sign, or the at sign itself. */
        INCOMPLETE,
        TOO_LONG,
        NOT_VALID
    }

    /** Says of a text that it is no address, and why. */
    public static final class FlawException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final Flaw flaw;

        FlawException(Flaw flaw) {
            super("not a mail address: " + flaw);
            this.flaw = flaw;
        }

        public Flaw flaw() {
            return flaw;
        }
    }

    /**
     * Reads an address (RFC 5321 lengths: 64 octets before the at sign, 254 in all; IDNA 2008).
     *
     * @throws FlawException if it is not one
     */
    public static EmailAddress of(String text) {
        requireOneLine(text);
        String typed = withoutInvisible(text).strip();
        int at = typed.lastIndexOf('@');
        if (at < 1 || at == typed.length() - 1) {
            throw new FlawException(Flaw.INCOMPLETE);
        }
        if (octets(typed.substring(0, at)) > MAX_LOCAL) {
            throw new FlawException(Flaw.TOO_LONG);
        }
        String key = typed.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domainKey(typed, at);
        if (typed.endsWith(".")) {
            typed = typed.substring(0, typed.length() - 1);
        }
        if (key.length() > MAX_LENGTH || typed.length() > MAX_LENGTH) {
            throw new FlawException(Flaw.TOO_LONG);
        }
        if (typed.matches(".*[\"(].*") || FORM.isInvalid(key)) {
            throw new FlawException(Flaw.NOT_VALID);
        }
        return new EmailAddress(typed, key);
    }

    private static String domainKey(String typed, int at) {
        try {
            return EmailDomain.of(typed.substring(at + 1)).key();
        } catch (IllegalArgumentException e) {
            throw new FlawException(octets(typed) > MAX_LENGTH ? Flaw.TOO_LONG : Flaw.NOT_VALID);
        }
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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
            throw new FlawException(Flaw.NOT_VALID);
        }
    }

    /** Whether nobody sees a character: zero-width and bidirectional controls, fillers. */
    public static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || c >= 0xFE00 && c <= 0xFE0F // variation selectors
                || c == 0x034F // grapheme joiner
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0; // Hangul fillers
    }

    /** Takes away what nobody sees. */
    static String withoutInvisible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }
}

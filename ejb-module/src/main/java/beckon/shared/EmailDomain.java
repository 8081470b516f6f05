package beckon.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The part of a mail address behind the at sign, in the one form that is compared.
 *
 * <p>{@code ACME.example.}, {@code acme。example} and {@code acme.example} are the same domain;
 * {@code acme.example.evil.org}, {@code evil-acme.example} and one with a Cyrillic "а" are others.
 *
 * @param key lower-case A-labels, no trailing dot
 */
public record EmailDomain(String key) {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    /**
     * Reads a domain as somebody wrote it.
     *
     * @throws IllegalArgumentException if it is not one, or an IP address
     */
    public static EmailDomain of(String text) {
        EmailAddress.requireOneLine(text);
        String folded =
                Normalizer.normalize(EmailAddress.withoutInvisible(text), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace('\u3002', '.')
                        .strip();
        // lower-casing may leave a form that NFKC composes once more
        folded = Normalizer.normalize(folded, Normalizer.Form.NFKC);
        if (folded.endsWith(".")) {
            folded = folded.substring(0, folded.length() - 1);
        }
        String[] labels = folded.split("\\.", -1);
        if (labels.length < 2) {
            throw new IllegalArgumentException("a mail domain has at least two labels");
        }
        StringBuilder key = new StringBuilder();
        for (String label : labels) {
            key.append(key.isEmpty() ? "" : ".").append(aLabel(label));
        }
        String top = labels[labels.length - 1];
        if (key.length() > MAX_LENGTH || top.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("not a mail domain");
        }
        return new EmailDomain(key.toString());
    }

    /** Whether this lies below the other, label by label; nothing lies below itself. */
    public boolean isSubDomainOf(EmailDomain other) {
        return key.endsWith("." + other.key);
    }

    @Override
    public String toString() {
        return key;
    }

    private static String aLabel(String label) {
        boolean wellFormed =
                !label.isEmpty()
                        && !label.startsWith("-")
                        && !label.endsWith("-")
                        && label.codePoints().allMatch(EmailDomain::mayStandInLabel)
                        && !isMark(label.codePointAt(0));
        if (!wellFormed) {
            throw new IllegalArgumentException("not a mail domain");
        }
        boolean ascii = label.chars().allMatch(c -> c < 128);
        if (!ascii && label.startsWith("xn--")) {
            throw new IllegalArgumentException("not a mail domain");
        }
        String aLabel = ascii ? label : "xn--" + Punycode.encode(label);
        if (aLabel.length() > MAX_LABEL) {
            throw new IllegalArgumentException("not a mail domain");
        }
        return aLabel;
    }

    private static boolean mayStandInLabel(int c) {
        return c < 128
                ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-'
                : Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}

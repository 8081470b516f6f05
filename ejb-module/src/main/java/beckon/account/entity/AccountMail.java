package beckon.account.entity;

import beckon.shared.ForeignLinks;
import beckon.shared.RefusalException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an account's invitation mails say in one language in the place of our own words.
 *
 * <p>Plain text in which {@code {inviter}}, {@code {company}} and {@code {expiry}} stand for the
 * names and the moment.
 *
 * @param subject one line; null: our own
 * @param opening the first paragraph; null: our own
 */
public record AccountMail(String subject, String opening) implements java.io.Serializable {
    /** The most characters of a subject. */
    public static final int MAX_SUBJECT = 150;

    /** The most characters of a first paragraph. */
    public static final int MAX_OPENING = 1_000;

    /** Nothing of its own. */
    public static final AccountMail NONE = new AccountMail(null, null);

    private static final Set<String> KNOWN = Set.of("{inviter}", "{company}", "{expiry}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{0,60}}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
    private static final Pattern DIRECTION =
            Pattern.compile("[\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    /**
     * The words that somebody typed; what is blank is null.
     *
     * @throws RefusalException UNKNOWN_PLACEHOLDER, WORDS_HAVE_LINK, WORDS_TOO_LONG
     */
    public static AccountMail of(String subject, String opening) {
        return new AccountMail(subjectOf(subject), openingOf(opening));
    }

    /**
     * A subject as somebody typed it, on one line; null if blank.
     *
     * @throws RefusalException UNKNOWN_PLACEHOLDER, WORDS_HAVE_LINK, WORDS_TOO_LONG
     */
    public static String subjectOf(String typed) {
        return checked(typed == null ? "" : typed.replaceAll("\\R|\\s", " "), MAX_SUBJECT);
    }

    /**
     * A first paragraph as somebody typed it; null if blank.
     *
     * @throws RefusalException UNKNOWN_PLACEHOLDER, WORDS_HAVE_LINK, WORDS_TOO_LONG
     */
    public static String openingOf(String typed) {
        return checked(typed == null ? "" : typed.replaceAll("\\R", "\n"), MAX_OPENING);
    }

    private static String checked(String typed, int most) {
        String words =
                DIRECTION.matcher(UNSEEN.matcher(typed).replaceAll(" ")).replaceAll("").strip();
        if (words.length() > most) {
            throw new RefusalException(AccountReason.WORDS_TOO_LONG, most);
        }
        Matcher placeholders = PLACEHOLDER.matcher(words);
        while (placeholders.find()) {
            if (!KNOWN.contains(placeholders.group())) {
                throw new RefusalException(AccountReason.UNKNOWN_PLACEHOLDER, placeholders.group());
            }
        }
        if (ForeignLinks.areIn(words)) {
            throw new RefusalException(AccountReason.WORDS_HAVE_LINK);
        }
        return words.isEmpty() ? null : words;
    }

    /** Whether all is our own. */
    public boolean isStandard() {
        return subject == null && opening == null;
    }
}

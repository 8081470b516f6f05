package beckon.invitation.control;

import beckon.account.boundary.AccountService;
import beckon.delivery.boundary.TextService;
import beckon.delivery.entity.TextMeasure;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Inviter;
import beckon.shared.ForeignLinks;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What an invitation by text says: the inviter's words, else the account's, else our own.
 *
 * <p>In all of them {@code {link}} stands for the invitation's link, which each text has its own
 * of; in the account's also {@code {inviter}} and {@code {company}} for their names.
 */
@ApplicationScoped
public class TextWords {
    /** Where the link is to be. */
    public static final String LINK = "{link}";

    /** The most parts that a text may be cut into. */
    public static final int MAX_SEGMENTS = 10;

    /** More than ten parts in the most spacious encoding. */
    private static final int MAX_LENGTH = 1_600;

    private AccountService accounts;
    private TextService texts;
    private InvitationMail mail;

    protected TextWords() {}

    @Inject
    public TextWords(AccountService accounts, TextService texts, InvitationMail mail) {
        this.accounts = accounts;
        this.texts = texts;
        this.mail = mail;
    }

    /** What a text in that language says if the inviter says nothing. */
    public String standard(Inviter inviter, String language) {
        return filled(
                inviter,
                accounts.findTextWords(inviter.accountId(), language).orElse(ownWords(language)));
    }

    /**
     * A text with links to nothing, if these were the account's words.
     *
     * @throws RefusalException TEXT_HAS_LINK, TEXT_TOO_LONG
     */
    public String preview(Inviter inviter, String language, String words) {
        return texts.preview(trial(inviter, language, words), false);
    }

    /**
     * How long a text is, if these were the account's words.
     *
     * @throws RefusalException TEXT_HAS_LINK, TEXT_TOO_LONG
     */
    public TextMeasure measure(Inviter inviter, String language, String words) {
        return texts.measure(trial(inviter, language, words));
    }

    private String trial(Inviter inviter, String language, String words) {
        String typed = mail.plain(words);
        return requireFit(
                filled(inviter, requireOwnLink(typed == null ? ownWords(language) : typed)), false);
    }

    private static String filled(Inviter inviter, String words) {
        return withLink(
                words.replace("{inviter}", ForeignLinks.defused(inviter.name()))
                        .replace("{company}", ForeignLinks.defused(inviter.accountName())));
    }

    /** The product's own words, with placeholders. */
    public static String ownWords(String language) {
        return ResourceBundle.getBundle(
                        "beckon.invitation.words",
                        Locale.forLanguageTag(language),
                        TextWords.class.getClassLoader(),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString("text");
    }

    /**
     * What a text will say.
     *
     * @param message the inviter's words; what is missing of them is put back: all, or the link
     * @throws RefusalException TEXT_HAS_LINK, TEXT_TOO_LONG
     */
    public String compose(Inviter inviter, String language, String message, boolean withFile) {
        String own = mail.plain(message);
        return requireFit(
                own == null ? standard(inviter, language) : withLink(requireOwnLink(own)),
                withFile);
    }

    private static String requireOwnLink(String words) {
        if (ForeignLinks.areIn(words)) {
            throw new RefusalException(InvitationReason.TEXT_HAS_LINK);
        }
        return words;
    }

    private String requireFit(String words, boolean withFile) {
        if (words.length() > MAX_LENGTH
                || texts.measure(words, withFile).segments() > MAX_SEGMENTS) {
            throw new RefusalException(InvitationReason.TEXT_TOO_LONG, MAX_SEGMENTS);
        }
        return words;
    }

    private static String withLink(String words) {
        return words.contains(LINK) ? words : words + " " + LINK;
    }
}

package beckon.invitation.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The command of the dialogs and of the API: invites to each address by e-mail and to each number
 * by text.
 *
 * @param emails as typed or pasted, one address each; checked one by one
 * @param phones in any notation, one number each; checked one by one
 * @param message plain text; of a mail the inviter's own words, quoted; of a text all of it, with
 *     {@code {link}} where the link is to be; empty: no words of one's own, or the account's text
 * @param language of mails, and of texts without a message; null: the account's
 * @param attachment handle of a file that texts link to; null: none
 */
public record Invite(
        @NotNull List<String> emails,
        @NotNull List<String> phones,
        @Size(max = MAX_MESSAGE, message = "{invitation.message.tooLong}") String message,
        String language,
        @NotNull InviteAs inviteAs,
        UUID attachment) {

    /** The most addresses and numbers in one command. */
    public static final int MAX_RECIPIENTS = 20;

    /** The most characters of a message. */
    public static final int MAX_MESSAGE = 1_000;

    public Invite {
        emails = emails == null ? null : List.copyOf(emails);
        phones = phones == null ? null : List.copyOf(phones);
        // browsers send two characters for one line break, which would count twice
        message = message == null ? null : message.replace("\r\n", "\n").replace('\r', '\n');
    }

    public static Invite byEmail(
            List<String> emails, String message, String language, InviteAs inviteAs) {
        return new Invite(emails, List.of(), message, language, inviteAs, null);
    }

    public static Invite byText(
            List<String> phones,
            String message,
            String language,
            InviteAs inviteAs,
            UUID attachment) {
        return new Invite(List.of(), phones, message, language, inviteAs, attachment);
    }
}

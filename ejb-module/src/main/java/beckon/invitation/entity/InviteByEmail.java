package beckon.invitation.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The command of the dialog and of the API.
 *
 * @param recipients as typed or pasted, one address each; checked one by one
 * @param message the inviter's own words, plain text; may be empty
 * @param language of the mail; null: the account's
 */
public record InviteByEmail(
        @NotNull List<String> recipients,
        @Size(max = 1000, message = "{invitation.message.tooLong}") String message,
        String language,
        @NotNull InviteAs inviteAs) {

    /** The most addresses in one command. */
    public static final int MAX_RECIPIENTS = 20;

    public InviteByEmail {
        recipients = recipients == null ? null : List.copyOf(recipients);
        // browsers send two characters for one line break, which would count twice
        message = message == null ? null : message.replace("\r\n", "\n").replace('\r', '\n');
    }
}

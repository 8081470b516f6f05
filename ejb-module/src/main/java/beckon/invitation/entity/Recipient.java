package beckon.invitation.entity;

import beckon.shared.EmailAddress;

/**
 * One piece of what somebody typed or pasted as recipients.
 *
 * @param typed the bare address as it was spelled; of an invalid piece all of it, so that it can be
 *     shown and put right
 * @param email null if invalid
 * @param flaw why invalid; else null
 */
public record Recipient(String typed, EmailAddress email, InvitationReason flaw) {
    public static Recipient valid(EmailAddress email) {
        return new Recipient(email.typed(), email, null);
    }

    public static Recipient invalid(String typed, InvitationReason flaw) {
        return new Recipient(typed, null, flaw);
    }

    public boolean isValid() {
        return email != null;
    }
}

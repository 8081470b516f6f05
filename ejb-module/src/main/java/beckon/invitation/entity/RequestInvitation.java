package beckon.invitation.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The command of whoever holds another's invitation, or one that has expired: to ask its inviter
 * for one of their own.
 *
 * @param token of the invitation
 * @param name as typed
 * @param address as typed
 * @param language of the mail with the new invitation
 * @param remote from where it is asked; may be null
 */
public record RequestInvitation(
        @NotNull String token,
        @NotNull String name,
        @NotNull @Size(max = 1000, message = "{invitation.confirm.address.tooLong}") String address,
        @NotNull String language,
        String remote) {

    @Override
    public String toString() {
        return "RequestInvitation[…]";
    }
}

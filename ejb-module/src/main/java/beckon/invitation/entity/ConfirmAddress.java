package beckon.invitation.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The command of whoever came by a link or a text: to ask an address whether it is theirs.
 *
 * @param token by which they came
 * @param address as typed
 * @param language of the mail
 * @param remote from where it is asked; may be null
 */
public record ConfirmAddress(
        @NotNull String token,
        @NotNull @Size(max = 1000, message = "{invitation.confirm.address.tooLong}") String address,
        @NotNull String language,
        String remote) {

    @Override
    public String toString() {
        return "ConfirmAddress[…]";
    }
}

package beckon.person.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password by a mailed link.
 *
 * @param endOthers whether all that the old one had opened ends: sessions, devices, API tokens
 */
public record PasswordReset(
        @NotNull String token,
        @NotBlank(message = "{person.newPassword.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String password,
        boolean endOthers,
        @NotNull Visit visit) {

    @Override
    public String toString() {
        return "PasswordReset[…]";
    }
}

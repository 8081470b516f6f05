package beckon.person.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password by who knows the old one.
 *
 * @param endOthers whether all else that the old one had opened ends: sessions, devices, API tokens
 */
public record PasswordChange(
        @NotBlank(message = "{person.password.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String current,
        @NotBlank(message = "{person.newPassword.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String password,
        boolean endOthers,
        @NotNull Visit visit) {

    @Override
    public String toString() {
        return "PasswordChange[…]";
    }
}

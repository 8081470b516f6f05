package beckon.account.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The first account with its first admin.
 *
 * @param language of the account and the admin, {@code en} or {@code fr}
 * @param remote the browser's address, as the container sees it
 */
public record SetUpForm(
        @NotNull String token,
        @NotBlank(message = "{account.name.missing}")
                @Size(max = 120, message = "{account.name.tooLong}")
                String accountName,
        @NotBlank(message = "{person.firstName.missing}")
                @Size(max = 100, message = "{person.firstName.tooLong}")
                String firstName,
        @NotBlank(message = "{person.lastName.missing}")
                @Size(max = 100, message = "{person.lastName.tooLong}")
                String lastName,
        @NotBlank(message = "{person.email.missing}")
                @Size(max = 254, message = "{person.email.tooLong}")
                String email,
        @NotBlank(message = "{person.password.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String password,
        @NotNull String language,
        String remote,
        String userAgent) {

    @Override
    public String toString() {
        return "SetUpForm[…]";
    }
}

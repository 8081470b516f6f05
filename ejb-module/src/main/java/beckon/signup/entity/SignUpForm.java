package beckon.signup.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** All that the wizard has gathered. */
public record SignUpForm(
        @NotNull String token,
        @NotNull Instant ageAttestedAt,
        @NotBlank(message = "{signup.firstName.missing}")
                @Size(max = 100, message = "{signup.firstName.tooLong}")
                String firstName,
        @NotBlank(message = "{signup.lastName.missing}")
                @Size(max = 100, message = "{signup.lastName.tooLong}")
                String lastName,
        @Size(max = 120, message = "{signup.company.tooLong}") String company,
        @NotBlank(message = "{person.password.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String password,
        String language,
        @NotBlank String termsVersion,
        String remote,
        String userAgent) {

    @Override
    public String toString() {
        return "SignUpForm[…]";
    }
}

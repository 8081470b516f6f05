package beckon.person.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What people say of themselves.
 *
 * @param timeZone as the time zone database names it; empty: the server's
 */
public record ProfileForm(
        @NotBlank(message = "{person.firstName.missing}")
                @Size(max = 100, message = "{person.firstName.tooLong}")
                String firstName,
        @NotBlank(message = "{person.lastName.missing}")
                @Size(max = 100, message = "{person.lastName.tooLong}")
                String lastName,
        @NotNull @Pattern(regexp = "en|fr", message = "{person.language.unknown}") String language,
        @Size(max = 60, message = "{person.timeZone.unknown}") String timeZone) {

    public ProfileForm {
        firstName = firstName == null ? "" : firstName.strip();
        lastName = lastName == null ? "" : lastName.strip();
        timeZone = timeZone == null ? "" : timeZone;
    }

    public String displayName() {
        return firstName + " " + lastName;
    }
}

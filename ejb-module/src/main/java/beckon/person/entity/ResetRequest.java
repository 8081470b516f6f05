package beckon.person.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody has forgotten the password. */
public record ResetRequest(
        @NotBlank(message = "{person.email.missing}")
                @Size(max = 254, message = "{person.email.tooLong}")
                String email,
        @NotNull Visit visit) {

    @Override
    public String toString() {
        return "ResetRequest[…]";
    }
}

package beckon.person.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * The second step of a sign-in.
 *
 * @param challenge handle, as the first step has answered it
 * @param code of the authenticator app, or a recovery code
 */
public record CodeEntry(
        @NotNull UUID challenge,
        @NotBlank(message = "{person.code.missing}")
                @Size(max = 40, message = "{person.code.tooLong}")
                String code,
        @NotNull Visit visit) {

    @Override
    public String toString() {
        return "CodeEntry[…]";
    }
}

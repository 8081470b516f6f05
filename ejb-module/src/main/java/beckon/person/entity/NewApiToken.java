package beckon.person.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A key to the API that somebody wants.
 *
 * @param name what it is for
 * @param days how long it opens the API
 */
public record NewApiToken(
        @NotBlank(message = "{person.tokenName.missing}")
                @Size(max = 100, message = "{person.tokenName.tooLong}")
                String name,
        @Min(value = 1, message = "{person.tokenDays.range}")
                @Max(value = 365, message = "{person.tokenDays.range}")
                int days,
        @NotBlank(message = "{person.password.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String password,
        @NotNull Visit visit) {

    @Override
    public String toString() {
        return "NewApiToken[" + name + "]";
    }
}

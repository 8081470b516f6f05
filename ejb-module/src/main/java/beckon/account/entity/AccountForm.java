package beckon.account.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an admin may say about the account.
 *
 * @param language in which Beckon writes where it knows nobody's own, {@code en} or {@code fr}
 * @param version what was read; saving an older one is refused
 */
public record AccountForm(
        @NotBlank(message = "{account.name.missing}")
                @Size(max = 120, message = "{account.name.tooLong}")
                String name,
        @NotNull @Pattern(regexp = "en|fr") String language,
        int version) {}

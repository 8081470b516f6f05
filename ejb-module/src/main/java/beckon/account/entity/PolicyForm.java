package beckon.account.entity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * The invitation policy, as shown and as saved.
 *
 * @param expiryHours how long an invitation is open, 1 to 720
 * @param version what was read; saving an older one is refused
 */
public record PolicyForm(
        @NotNull(message = "{account.whoMayInvite.missing}") WhoMayInvite whoMayInvite,
        boolean guestsMayInvite,
        @jakarta.validation.constraints.Min(value = 1, message = "{account.expiryHours.range}")
                @jakarta.validation.constraints.Max(
                        value = 720,
                        message = "{account.expiryHours.range}")
                int expiryHours,
        @NotNull @Valid LinkRules links,
        @NotNull @Valid TextRules texts,
        int version) {}

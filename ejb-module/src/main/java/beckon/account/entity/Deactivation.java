package beckon.account.entity;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Puts a member out of the account.
 *
 * @param member handle of the membership
 * @param successor address of the admin or co-worker who takes over the member's open invitations
 *     and links; null or blank: they end
 */
public record Deactivation(@NotNull UUID member, String successor) {

    /** Whether somebody is to take over. */
    public boolean isHandedOver() {
        return successor != null && !successor.isBlank();
    }
}

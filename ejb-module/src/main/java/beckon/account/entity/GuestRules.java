package beckon.account.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * An account's rules about guests.
 *
 * @param welcome whether anybody joins as a guest at all
 * @param mayInvite whether guests invite, where everybody may
 * @param maxDays how long a guest stays at most, 1 to 3,650; null: as long as they like
 */
public record GuestRules(
        boolean welcome,
        boolean mayInvite,
        @Min(value = 1, message = "{account.guestMaxDays.range}")
                @Max(value = 3_650, message = "{account.guestMaxDays.range}")
                Integer maxDays)
        implements java.io.Serializable {

    /** The rules of a new account. */
    public static final GuestRules NEW = new GuestRules(true, false, null);

    String told() {
        return "%s, inviting %s, %s days".formatted(welcome, mayInvite, maxDays);
    }
}

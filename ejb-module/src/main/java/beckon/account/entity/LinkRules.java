package beckon.account.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * An account's rules about sharing links.
 *
 * @param whoMayShare apart from who may invite
 * @param expiryHours how long a link is open at most and unless its owner wants less, 1 to 8,760
 * @param maxUses how many people one link lets in at most, 1 to 100,000; null: as many as come
 */
public record LinkRules(
        @NotNull(message = "{account.whoMayInvite.missing}") WhoMayInvite whoMayShare,
        @Min(value = 1, message = "{account.linkExpiryHours.range}")
                @Max(value = 8_760, message = "{account.linkExpiryHours.range}")
                int expiryHours,
        @Min(value = 1, message = "{account.linkMaxUses.range}")
                @Max(value = 100_000, message = "{account.linkMaxUses.range}")
                Integer maxUses)
        implements java.io.Serializable {

    private static final int WEEK = 7 * 24;

    /** The rules of a new account. */
    public static final LinkRules NEW = new LinkRules(WhoMayInvite.EVERYONE, WEEK, null);
}

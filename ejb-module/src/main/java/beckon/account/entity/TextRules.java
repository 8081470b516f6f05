package beckon.account.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account's rules about inviting by text.
 *
 * @param whoMayText of those who may invite
 * @param homeCountry ISO 3166 code of the country whose numbers are read and shown nationally
 * @param countries ISO 3166 codes of those whose numbers may be texted
 * @param perDay how many texts the account's members may send in 24 hours, 0 to 10,000,000
 * @param perPrefix how many of them to numbers that differ in the last four digits only, 1 to
 *     10,000
 */
public record TextRules(
        @NotNull(message = "{account.whoMayInvite.missing}") WhoMayInvite whoMayText,
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "{account.country.unknown}")
                String homeCountry,
        @NotEmpty(message = "{account.countries.missing}")
                Set<@Pattern(regexp = "[A-Z]{2}", message = "{account.country.unknown}") String>
                        countries,
        @Min(value = 0, message = "{account.textsPerDay.range}")
                @Max(value = 10_000_000, message = "{account.textsPerDay.range}")
                int perDay,
        @Min(value = 1, message = "{account.textsPerPrefix.range}")
                @Max(value = 10_000, message = "{account.textsPerPrefix.range}")
                int perPrefix)
        implements java.io.Serializable {

    /**
     * Countries to which a text costs little and fraud is rare: the European Economic Area,
     * Switzerland, the United Kingdom, the United States and Canada.
     */
    public static final Set<String> USUAL_COUNTRIES =
            Set.of(
                    "AT", "BE", "BG", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
                    "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL",
                    "NO", "PL", "PT", "RO", "SE", "SI", "SK", "US");

    /** The rules of a new account. */
    public static final TextRules NEW =
            new TextRules(WhoMayInvite.EVERYONE, "FR", USUAL_COUNTRIES, 1_000, 100);

    public TextRules {
        countries =
                countries == null
                        ? null
                        : Collections.unmodifiableSortedSet(new TreeSet<>(countries));
    }
}

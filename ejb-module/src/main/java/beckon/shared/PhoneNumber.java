package beckon.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A phone number that can get texts.
 *
 * @param e164 as ITU-T E.164 writes it: a plus sign and at most 15 digits; what is stored, compared
 *     and dialled
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{3,6}");
    private static final Pattern SPACE = Pattern.compile("\\p{Z}");
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int MAX_TYPED = 60;
    private static final int BLOCK = 4;

    /**
     * @throws IllegalArgumentException if it is not written as E.164
     */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * Reads a number in any notation.
     *
     * @param typed with or without country code, with any punctuation
     * @param homeCountry ISO 3166 code of the country whose national form is understood
     * @throws RefusalException {@link PhoneReason}
     */
    public static PhoneNumber parse(String typed, String homeCountry) {
        String text = plain(typed == null ? "" : typed);
        if (SHORT.matcher(text.replaceAll("[ .-]", "")).matches()) {
            throw new RefusalException(PhoneReason.NUMBER_SHORT);
        }
        Phonenumber.PhoneNumber number = read(text, homeCountry);
        if (!LIBRARY.isValidNumber(number)) {
            throw new RefusalException(PhoneReason.NUMBER_NOT_VALID);
        }
        requireTexts(LIBRARY.getNumberType(number));
        return new PhoneNumber(LIBRARY.format(number, PhoneNumberFormat.E164));
    }

    /**
     * Reads a number that need not get texts: of a fixed line as well, but none with an extension.
     *
     * @throws RefusalException NUMBER_NOT_VALID, NUMBER_SHORT
     */
    public static PhoneNumber ofAnyKind(String typed, String homeCountry) {
        String text = plain(typed == null ? "" : typed);
        if (SHORT.matcher(text.replaceAll("[ .-]", "")).matches()) {
            throw new RefusalException(PhoneReason.NUMBER_SHORT);
        }
        Phonenumber.PhoneNumber number;
        try {
            number = text.length() > MAX_TYPED ? null : LIBRARY.parse(text, homeCountry);
        } catch (NumberParseException e) {
            throw new RefusalException(PhoneReason.NUMBER_NOT_VALID);
        }
        if (number == null || number.hasExtension() || !LIBRARY.isValidNumber(number)) {
            throw new RefusalException(PhoneReason.NUMBER_NOT_VALID);
        }
        return new PhoneNumber(LIBRARY.format(number, PhoneNumberFormat.E164));
    }

    private static String plain(String typed) {
        return SPACE.matcher(EmailAddress.withoutInvisible(typed)).replaceAll(" ").strip();
    }

    private static Phonenumber.PhoneNumber read(String text, String homeCountry) {
        if (text.length() > MAX_TYPED) {
            throw new RefusalException(PhoneReason.NUMBER_NOT_VALID);
        }
        try {
            Phonenumber.PhoneNumber number = LIBRARY.parse(text, homeCountry);
            if (number.hasExtension()) {
                throw new RefusalException(PhoneReason.NUMBER_LANDLINE);
            }
            return number;
        } catch (NumberParseException e) {
            throw new RefusalException(PhoneReason.NUMBER_NOT_VALID);
        }
    }

    /** Where fixed lines and mobiles look alike, as in North America, the doubt is the caller's. */
    private static void requireTexts(PhoneNumberType type) {
        switch (type) {
            case FIXED_LINE, UAN, VOICEMAIL ->
                    throw new RefusalException(PhoneReason.NUMBER_LANDLINE);
            case PREMIUM_RATE, SHARED_COST, TOLL_FREE, PAGER ->
                    throw new RefusalException(PhoneReason.NUMBER_PREMIUM);
            default -> {}
        }
    }

    /** Whether the text could be meant as a number and not as a name. */
    public static boolean isLikely(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= 3 && text.chars().noneMatch(c -> Character.isLetter(c) || c == '@');
    }

    /** What numbers of a country begin with, such as 33; 0 if there is no such country. */
    public static int callingCode(String country) {
        return LIBRARY.getSupportedRegions().contains(country)
                ? LIBRARY.getCountryCodeForRegion(country)
                : 0;
    }

    /** Dialling codes of all countries that have numbers, by their ISO 3166 codes. */
    public static Map<String, Integer> countries() {
        Map<String, Integer> countries = new TreeMap<>();
        for (String country : LIBRARY.getSupportedRegions()) {
            countries.put(country, LIBRARY.getCountryCodeForRegion(country));
        }
        return countries;
    }

    /** ISO 3166 code of the country whose number it is; ZZ if it is nobody's. */
    public String country() {
        String country = LIBRARY.getRegionCodeForNumber(number());
        return country == null ? "ZZ" : country;
    }

    /** All but the last four digits: what 10,000 neighbouring numbers have in common. */
    public String prefix() {
        return e164.substring(0, e164.length() - BLOCK);
    }

    /** As people in that country write it: nationally if it is one of theirs. */
    public String shownIn(String country) {
        boolean home = country != null && country.toUpperCase(Locale.ROOT).equals(country());
        return LIBRARY.format(
                number(), home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /** Enough to recognise one's own number by and nobody else's: {@code +33…78}. */
    public String masked() {
        return "+" + number().getCountryCode() + "…" + e164.substring(e164.length() - 2);
    }

    private Phonenumber.PhoneNumber number() {
        try {
            return LIBRARY.parse(e164, null);
        } catch (NumberParseException e) {
            throw new IllegalStateException("E.164 that cannot be read", e);
        }
    }
}

package beckon.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;

/** Puts values that are not texts into words, in the language of the view. */
@Named
@ApplicationScoped
public class Wording {
    @Inject private LocaleView locales;

    /** The one or two letters that stand on a person's face; of a number, how it ends. */
    public String initials(String name) {
        if (name != null && name.startsWith("+")) {
            return name.substring(Math.max(1, name.length() - 2));
        }
        String[] words = name == null ? new String[0] : name.strip().split("[\\s@.]+");
        if (words.length == 0 || words[0].isEmpty()) {
            return "?";
        }
        String first = firstLetter(words[0]);
        return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
    }

    /** The address of a photo: the small one, but for the sizes that are large. */
    public String photo(UUID handle, String size) {
        boolean large = size != null && (size.contains("large") || size.contains("huge"));
        return "/photo/" + handle + (large ? "" : "/small");
    }

    /** A language in its own words. */
    public String language(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** A link that writes to an address, whatever characters it has. */
    public String mailTo(String email) {
        int at = email.lastIndexOf('@');
        return "mailto:"
                + encoded(email.substring(0, Math.max(at, 0)))
                + "@"
                + encoded(email.substring(at + 1));
    }

    /** A moment as date and time. */
    public String moment(Instant moment) {
        return write(
                moment,
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** A moment for readers who have not said where they are: with the zone in which it is told. */
    public String momentAnywhere(Instant moment) {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return momentAnywhere(moment, locale);
    }

    /** Days before months, as everywhere but in one country. */
    static String momentAnywhere(Instant moment, Locale locale) {
        Locale form = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
        String written =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(form)
                        .withZone(ZoneOffset.UTC)
                        .format(moment);
        return asSaid(written, form) + " UTC";
    }

    /** The day of a moment. */
    public String day(Instant moment) {
        return write(moment, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
    }

    /** The time of a moment, where its day is told apart. */
    public String time(Instant moment) {
        return write(moment, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }

    /** A date that begins with its day: in French the first of a month is ordinal, no other is. */
    public static String asSaid(String date, Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return french && date.matches("1 \\p{L}.*") ? "1er" + date.substring(1) : date;
    }

    private String write(Instant moment, DateTimeFormatter form) {
        if (moment == null) {
            return "";
        }
        Locale locale = locales.getRegional();
        return asSaid(form.withLocale(locale).withZone(locales.getZone()).format(moment), locale);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String firstLetter(String word) {
        int end = word.offsetByCodePoints(0, 1);
        return word.substring(0, end).toUpperCase(Locale.ROOT);
    }
}

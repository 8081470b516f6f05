package beckon.web.signup;

import beckon.web.shared.LocaleView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date of birth in three fields, in the order of the reader's locale; kept for the one request
 * that carries it.
 */
@Named
@RequestScoped
public class BirthDateView {
    private static final LocalDate EXAMPLE = LocalDate.of(2001, 3, 27);

    @Inject private LocaleView locales;

    private String day = "";
    private String month = "";
    private String year = "";
    private String zone = "";

    /** The fields' names, as the reader's locale orders them. */
    public List<String> getOrder() {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locales.getRegional());
        return Stream.of("day", "month", "year")
                .sorted(Comparator.comparingInt(part -> pattern.indexOf(letter(part))))
                .toList();
    }

    /** An example of a date, in the reader's language and order. */
    public String getExample() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locales.getRegional())
                .format(EXAMPLE);
    }

    public boolean isComplete() {
        return Stream.of(day, month, year).noneMatch(String::isBlank);
    }

    /** The date, unless what was typed is none. */
    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (DateTimeException | NumberFormatException invalid) {
            return Optional.empty();
        }
    }

    /** Where the reader's calendar stands; UTC if the browser does not say. */
    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static int number(String typed) {
        return Integer.parseInt(typed.strip());
    }

    private static char letter(String part) {
        return switch (part) {
            case "day" -> 'd';
            case "month" -> 'M';
            default -> 'y';
        };
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}

package beckon.web.admin;

import beckon.account.entity.AccountReason;
import beckon.shared.RefusalException;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The last day of a stay, which ends with it where the admin lives. */
@Named
@ApplicationScoped
public class Days {
    @Inject private Wording wording;
    @Inject private LocaleView locales;

    /**
     * The moment at which a day has passed; null for none.
     *
     * @param day as a date field sends it, such as {@code 2026-03-31}
     * @throws RefusalException END_IN_THE_PAST if it is no day
     */
    public Instant endOf(String day) {
        return endOf(day, locales.getZone());
    }

    static Instant endOf(String day, ZoneId zone) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day.strip()).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException noDay) {
            throw new RefusalException(AccountReason.END_IN_THE_PAST);
        }
    }

    /** The last day before a moment, as a date field takes it; empty for none. */
    public String lastBefore(Instant end) {
        return lastBefore(end, locales.getZone());
    }

    static String lastBefore(Instant end, ZoneId zone) {
        return end == null ? "" : LocalDate.ofInstant(end.minusSeconds(1), zone).toString();
    }

    /** The same in words. */
    public String shown(Instant end) {
        return end == null ? "" : wording.day(end.minusSeconds(1));
    }
}

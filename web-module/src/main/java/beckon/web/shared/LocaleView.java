package beckon.web.shared;

import beckon.account.entity.Caller;
import beckon.person.boundary.PersonService;
import beckon.person.entity.Profile;
import beckon.person.entity.Theme;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The language of the screens: what the person chose, else what a mail that led them here was
 * written in, else what the browser asks for. And their look: what the person chose, else what the
 * system has.
 */
@Named
@SessionScoped
public class LocaleView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH);

    /**
     * Kept, because the JDK copies all six hundred for whoever asks, and every row of a list does.
     */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    @SuppressWarnings("serial") // what the container injects is serialisable
    @Inject
    private PersonService persons;

    private Locale chosen;
    private Locale suggested;
    private Theme theme = Theme.SYSTEM;
    private String timeZone;
    private long personId;

    /** The locale of the view. */
    public Locale getLocale() {
        followPerson();
        if (chosen != null) {
            return chosen;
        }
        return suggested != null ? suggested : askedForByBrowser();
    }

    /** {@code en} or {@code fr}. */
    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** The browser's own variant of it, since days and months swap places within a language. */
    public Locale getRegional() {
        Locale locale = getLocale();
        var wanted = FacesContext.getCurrentInstance().getExternalContext().getRequestLocales();
        while (wanted.hasNext()) {
            Locale asked = wanted.next();
            if (asked.getLanguage().equals(locale.getLanguage()) && !asked.getCountry().isEmpty()) {
                return asked;
            }
        }
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /** {@code ltr} or {@code rtl}, as the language is written. */
    public String getDirection() {
        return direction(getLocale());
    }

    static String direction(Locale locale) {
        int letter = locale.getDisplayLanguage(locale).codePointAt(0);
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                ? "rtl"
                : "ltr";
    }

    public List<Locale> getOffered() {
        return OFFERED;
    }

    /** Keeps the person's choice for this browser session; an unknown language changes nothing. */
    public void choose(String language) {
        Locale locale = offered(language);
        if (locale != null) {
            chosen = locale;
            apply();
        }
    }

    /** Takes a language unless the person has chosen one. */
    public void suggest(String language) {
        suggested = offered(language);
        apply();
    }

    /** The look of pages that everybody may see, as their attribute wants it. */
    public String getTheme() {
        followPerson();
        return theme.name().toLowerCase(Locale.ROOT);
    }

    /** Wears another look from now on. */
    public void wear(Theme newTheme) {
        theme = newTheme;
    }

    /** The zone that the person has chosen, as browsers name it; empty: the browser's own. */
    public String getTimeZone() {
        followPerson();
        return timeZone == null ? "" : timeZone;
    }

    /**
     * The zone in which moments are told: what the person chose, else what the browser says of
     * itself in a cookie, else the server's.
     */
    public ZoneId getZone() {
        return getTimeZone().isEmpty() ? browsersZone() : ZoneId.of(timeZone);
    }

    private static ZoneId browsersZone() {
        Object cookie =
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestCookieMap()
                        .get("beckon-zone");
        String said = cookie instanceof Cookie named ? named.getValue().replace("%2F", "/") : "";
        return ZONES.contains(said) ? ZoneId.of(said) : ZoneId.systemDefault();
    }

    /** Tells moments by another zone from now on; null or empty: by the browser's. */
    public void live(String zone) {
        timeZone = zone == null || zone.isEmpty() ? null : zone;
    }

    private void followPerson() {
        Principal principal =
                FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal();
        long person = principal == null ? 0 : Caller.of(principal).personId();
        if (person != 0 && person != personId) {
            Profile profile = persons.getProfile();
            chosen = offered(profile.language());
            theme = profile.theme();
            live(profile.timeZone());
        } else if (person == 0) {
            theme = Theme.SYSTEM;
            timeZone = null;
        }
        personId = person;
    }

    private void apply() {
        FacesContext context = FacesContext.getCurrentInstance();
        if (context != null && context.getViewRoot() != null) {
            context.getViewRoot().setLocale(getLocale());
        }
    }

    private static Locale askedForByBrowser() {
        var wanted = FacesContext.getCurrentInstance().getExternalContext().getRequestLocales();
        while (wanted.hasNext()) {
            Locale locale = offered(wanted.next().getLanguage());
            if (locale != null) {
                return locale;
            }
        }
        return OFFERED.get(0);
    }

    private static Locale offered(String language) {
        return OFFERED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }
}

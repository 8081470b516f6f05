package beckon.web.getapp;

import beckon.getapp.boundary.AppLinkService;
import beckon.web.security.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** What a visitor's browser tells of itself: a cookie of ours, and the country of its language. */
@RequestScoped
public class AppBrowser {
    private static final int DAY_SECONDS = 86_400;

    @Inject private AppLinkService links;
    @Inject private Site site;

    private String known;

    /** By which this browser is known again; it gets that now if it has none. */
    public String recognise() {
        if (known == null) {
            Object cookie = external().getRequestCookieMap().get(name());
            known = cookie instanceof Cookie sent ? sent.getValue() : null;
        }
        if (!links.knows(known)) {
            known = links.drawBrowser();
            external().addResponseCookie(name(), known, properties());
        }
        return known;
    }

    /** The first country that its languages name; null if none does. */
    public String country() {
        for (Iterator<Locale> locales = external().getRequestLocales(); locales.hasNext(); ) {
            String country = locales.next().getCountry();
            if (country.matches("[A-Z]{2}")) {
                return country;
            }
        }
        return null;
    }

    private String name() {
        return site.isHttps() ? "__Host-beckon-app" : "beckon-app";
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("path", "/");
        properties.put("maxAge", DAY_SECONDS);
        properties.put("httpOnly", true);
        properties.put("secure", site.isHttps());
        properties.put("SameSite", "Lax");
        return properties;
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}

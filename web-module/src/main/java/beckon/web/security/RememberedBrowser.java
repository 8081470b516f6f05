package beckon.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie by which a browser is remembered; no script reads it. */
@ApplicationScoped
public class RememberedBrowser {
    private static final int MONTH = (int) Duration.ofDays(30).toSeconds();
    private static final int LONGEST = 200;

    private final boolean https;

    protected RememberedBrowser() {
        this(true);
    }

    @Inject
    public RememberedBrowser(Site site) {
        this(site.isHttps());
    }

    private RememberedBrowser(boolean https) {
        this.https = https;
    }

    /** What the browser keeps; not that it is of any use still. */
    Optional<String> find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= LONGEST)
                .findFirst();
    }

    void keep(String device) {
        write(device, MONTH);
    }

    void forget() {
        write("", 0);
    }

    private void write(String value, int maxAge) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("maxAge", maxAge);
        properties.put("path", "/");
        properties.put("httpOnly", true);
        properties.put("secure", https);
        properties.put("SameSite", "Lax");
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .addResponseCookie(name(), value, properties);
    }

    private String name() {
        return https ? "__Host-beckon-device" : "beckon-device";
    }
}

package beckon.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser to be careful about. */
@ApplicationScoped
public class SecurityHeaders {
    static final String CSP = "Content-Security-Policy";
    private static final String STRICTEST =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final boolean https;

    protected SecurityHeaders() {
        this(true);
    }

    @Inject
    public SecurityHeaders(Site site) {
        this(site.isHttps());
    }

    private SecurityHeaders(boolean https) {
        this.https = https;
    }

    /** Sets the headers of an area. Pages replace the content security policy by their own. */
    public void set(Area area, HttpServletResponse response) {
        response.setHeader(CSP, STRICTEST);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", area.isSecretive() ? "no-referrer" : "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (area != Area.RESOURCE) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (!area.isApi()) {
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader(
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        }
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}

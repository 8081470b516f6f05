package beckon.web.security;

import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where Beckon lives on the web, and which requests come from there.
 *
 * <p>A request for another host is not ours: answering it would let foreign names point at us. The
 * machine's own names are let through for the operator and for probes; nothing is ever built from
 * them.
 */
@ApplicationScoped
public class Site {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private final URI base;

    protected Site() {
        this(URI.create("http://127.0.0.1"));
    }

    @Inject
    public Site(Settings settings) {
        this(settings.baseUrl());
    }

    Site(URI base) {
        this.base = base;
    }

    public boolean isHttps() {
        return "https".equals(base.getScheme());
    }

    /** Where people should go instead. */
    public URI base() {
        return base;
    }

    /** Whether the host that was asked for is this site. */
    boolean isHere(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null || isOurName(nameOf(host));
    }

    /**
     * Whether another site's page made the browser send this. Browsers that say where a request
     * comes from are believed; programs say nothing.
     *
     * @param secretive whether the page before this one sends no referrer, and so, from browsers
     *     without {@code Sec-Fetch-Site}, no origin either
     */
    boolean isFromElsewhere(HttpServletRequest request, boolean secretive) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !FROM_HERE.contains(site);
        }
        String origin = request.getHeader("Origin");
        if (origin == null || secretive && origin.equals("null")) {
            return false;
        }
        return !origin.equals(originOf(base))
                && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }

    private boolean isOurName(String name) {
        return OWN_MACHINE.contains(name) || name.equals(base.getHost().toLowerCase(Locale.ROOT));
    }

    private static String nameOf(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    private static String originOf(URI uri) {
        String origin = uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT);
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? origin : origin + ":" + uri.getPort();
    }
}

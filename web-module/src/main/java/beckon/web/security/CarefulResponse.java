package beckon.web.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Keeps what {@link SecurityHeaders} has set, whatever a page does: a reset forgets nothing, a
 * second content security policy replaces the first, and a redirect names no host, since the
 * container would take it from the request.
 */
class CarefulResponse extends HttpServletResponseWrapper {
    private final SecurityHeaders headers;
    private final Area area;

    CarefulResponse(HttpServletResponse response, SecurityHeaders headers, Area area) {
        super(response);
        this.headers = headers;
        this.area = area;
    }

    @Override
    public void addHeader(String name, String value) {
        if (SecurityHeaders.CSP.equalsIgnoreCase(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", location);
    }

    @Override
    public void reset() {
        super.reset();
        headers.set(area, this);
    }
}

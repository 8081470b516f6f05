package beckon.web.invitation;

import beckon.invitation.boundary.SuppressionService;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unsubscribes for mail providers (RFC 8058): they post one field, in one of two encodings, and
 * read nothing but the status. Whatever else comes goes to the page.
 */
@WebFilter(filterName = "one-click", urlPatterns = "/unsubscribe/*")
public class OneClickFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "List-Unsubscribe";
    private static final String VALUE = "One-Click";
    private static final int LARGEST_BODY = 4_096;
    private static final Pattern PART =
            Pattern.compile(
                    "name=\"?"
                            + FIELD
                            + "\"?[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n"
                            + VALUE);

    @Inject private transient SuppressionService suppressions;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"POST".equals(request.getMethod()) || !isOneClick(request)) {
            chain.doFilter(request, response);
            return;
        }
        String path = request.getRequestURI();
        boolean known = suppressions.suppress(path.substring(path.lastIndexOf('/') + 1));
        response.setStatus(known ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        response.setContentLength(0);
    }

    private static boolean isOneClick(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/form-data")) {
            return VALUE.equals(request.getParameter(FIELD));
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        return PART.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
    }
}

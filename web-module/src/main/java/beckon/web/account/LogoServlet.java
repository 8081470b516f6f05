package beckon.web.account;

import beckon.account.boundary.LogoService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Shows logos: {@code /logo/{handle}}. A changed logo has another handle, so browsers may keep what
 * they have got.
 */
@WebServlet(name = "logo", urlPatterns = "/logo/*")
public class LogoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH =
            Pattern.compile("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject private transient LogoService logos;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<byte[]> png = find(request.getPathInfo());
        if (png.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setHeader("Cache-Control", "private, max-age=604800, immutable");
        response.setContentLength(png.get().length);
        response.getOutputStream().write(png.get());
    }

    private Optional<byte[]> find(String path) {
        return path != null && PATH.matcher(path).matches()
                ? logos.find(UUID.fromString(path.substring(1)))
                : Optional.empty();
    }
}

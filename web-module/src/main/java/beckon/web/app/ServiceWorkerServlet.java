package beckon.web.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The service worker, from the root, for it shall see all pages; another one with each build. */
@WebServlet(name = "serviceWorker", urlPatterns = "/sw.js")
public class ServiceWorkerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "org.omnifaces.VERSIONED_RESOURCE_HANDLER_VERSION";

    private String script;

    @Override
    public void init() throws ServletException {
        try (InputStream file = getServletContext().getResourceAsStream("/WEB-INF/app/sw.js")) {
            script =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("@version@", getServletContext().getInitParameter(VERSION));
        } catch (IOException e) {
            throw new ServletException("the service worker cannot be read", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/javascript");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-cache");
        // what a worker may ask for, its own policy says and no page's
        response.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
        response.getWriter().write(script);
    }
}

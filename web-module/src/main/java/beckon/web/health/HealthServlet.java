package beckon.web.health;

import beckon.web.health.Readiness.Check;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers the probes: {@code /health/live} while requests are served at all, {@code /health/ready}
 * with 200 if everything needed is there, else 503.
 */
@WebServlet(name = "health", urlPatterns = "/health/*")
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> answer(response, List.of());
            case "/ready" -> answer(response, readiness.look());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void answer(HttpServletResponse response, List<Check> checks)
            throws IOException {
        boolean up = checks.stream().allMatch(Check::up);
        if (!up) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json(up, checks));
    }

    static String json(boolean up, List<Check> checks) {
        return checks.stream()
                .map(
                        check ->
                                "{\"name\":\"%s\",\"status\":\"%s\"}"
                                        .formatted(check.name(), word(check.up())))
                .collect(
                        Collectors.joining(
                                ",", "{\"status\":\"" + word(up) + "\",\"checks\":[", "]}"));
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}

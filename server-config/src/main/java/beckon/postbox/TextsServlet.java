package beckon.postbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers texts from a phone: {@code POST /api/texts {"from": "+33…", "text": "STOP"}}; 204 when
 * whoever sends texts here has taken it, 503 while nobody is bound.
 */
@WebServlet("/api/texts")
public class TextsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var text = Json.createReader(request.getReader()).readObject();
            var taken =
                    PostboxApplication.smpp(getServletContext())
                            .deliver(text.getString("from"), text.getString("text"));
            if (taken) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                Problem.send(
                        response,
                        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                        "Nobody is bound who would take it.");
            }
        } catch (JsonException | ClassCastException | NullPointerException e) {
            Problem.send(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Expected a JSON object with from and text.");
        } catch (IllegalArgumentException e) {
            Problem.send(response, 422, e.getMessage());
        }
    }
}

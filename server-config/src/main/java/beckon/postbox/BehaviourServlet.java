package beckon.postbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the postbox how to behave: {@code PUT /api/behaviour {"smtp":
 * "ok|down|slow:MS|reject:CODE", "smpp": "ok|down|slow:MS|reject:CODE"}}. A key that is left out
 * stays as it is.
 */
@WebServlet("/api/behaviour")
public class BehaviourServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var wanted = Json.createReader(request.getReader()).readObject();
            refuseUnknown(wanted);
            // both are read before one is followed
            var smtp = Behaviour.ofSmtp(wanted.getString("smtp", smtp().behaviour().toString()));
            var smpp = Behaviour.ofSmpp(wanted.getString("smpp", smpp().behaviour().toString()));
            smtp().behave(smtp);
            smpp().behave(smpp);
            answer(response);
        } catch (JsonException | ClassCastException e) {
            Problem.send(response, HttpServletResponse.SC_BAD_REQUEST, "Expected a JSON object.");
        } catch (IllegalArgumentException e) {
            Problem.send(response, UNPROCESSABLE, e.getMessage());
        }
    }

    private static void refuseUnknown(JsonObject wanted) {
        for (var key : wanted.keySet()) {
            if (!key.equals("smtp") && !key.equals("smpp")) {
                throw new IllegalArgumentException("unknown key; known are smtp and smpp");
            }
        }
    }

    private void answer(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        Json.createWriter(response.getWriter())
                .writeObject(
                        Json.createObjectBuilder()
                                .add("smtp", smtp().behaviour().toString())
                                .add("smpp", smpp().behaviour().toString())
                                .build());
    }

    private SmtpDoor smtp() {
        return PostboxApplication.smtp(getServletContext());
    }

    private SmppDoor smpp() {
        return PostboxApplication.smpp(getServletContext());
    }
}

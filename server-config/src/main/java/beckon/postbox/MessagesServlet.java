package beckon.postbox;

import beckon.postbox.ReceivedMessage.Channel;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lists, shows and empties: {@code GET /api/messages?to=…}, {@code GET
 * /api/messages/{id}[/html|/source]}, {@code DELETE /api/messages}. With {@code view=list} the
 * bodies are left out.
 */
@WebServlet("/api/messages/*")
public class MessagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ONE = Pattern.compile("/(\\d{1,18})(/html|/source)?");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getPathInfo() == null || request.getPathInfo().equals("/")) {
            list(request, response);
            return;
        }
        var path = ONE.matcher(request.getPathInfo());
        Optional<ReceivedMessage> message =
                path.matches() ? postbox().find(Long.parseLong(path.group(1))) : Optional.empty();
        if (message.isEmpty()) {
            Problem.send(response, HttpServletResponse.SC_NOT_FOUND, "There is no such message.");
        } else {
            show(message.get(), Objects.requireNonNullElse(path.group(2), ""), response);
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            Problem.send(
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "Only the whole postbox can be emptied.");
            return;
        }
        postbox().empty();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var to = Objects.requireNonNullElse(request.getParameter("to"), "");
        var whole = !"list".equals(request.getParameter("view"));
        var array = Json.createArrayBuilder();
        for (var message : whole ? postbox().list(to) : postbox().listHeads(to)) {
            array.add(whole ? whole(message) : head(message));
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        Json.createWriter(response.getWriter()).writeArray(array.build());
    }

    private static void show(ReceivedMessage message, String view, HttpServletResponse response)
            throws IOException {
        response.setCharacterEncoding("UTF-8");
        switch (view) {
            case "/html" -> {
                // a stranger's HTML: no script, nothing from the network, links open a new tab
                response.setContentType("text/html");
                response.setHeader(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                                + " style-src 'unsafe-inline'; img-src data:");
                response.getWriter().write("<base target=\"_blank\">" + message.html());
            }
            case "/source" -> {
                response.setContentType("text/plain");
                response.getWriter().write(message.source());
            }
            default -> {
                response.setContentType("application/json");
                Json.createWriter(response.getWriter()).writeObject(whole(message).build());
            }
        }
    }

    private static JsonObjectBuilder whole(ReceivedMessage message) {
        return head(message).add("text", message.text()).add("html", message.html());
    }

    private static JsonObjectBuilder head(ReceivedMessage message) {
        var head = Json.createObjectBuilder();
        if (message.channel() == Channel.TEXT) {
            // short, and all that there is to show of it
            head.add("text", message.text())
                    .add("encoding", message.encoding())
                    .add("segments", message.segments());
        }
        return head.add("id", message.id())
                .add("channel", message.channel().name())
                .add("from", message.from())
                .add("to", message.to())
                .add("subject", message.subject())
                .add("receivedAt", message.receivedAt().toString());
    }

    private Postbox postbox() {
        return PostboxApplication.postbox(getServletContext());
    }
}

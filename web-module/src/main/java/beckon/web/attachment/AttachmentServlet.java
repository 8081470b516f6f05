package beckon.web.attachment;

import beckon.attachment.boundary.AttachmentService;
import beckon.attachment.entity.AttachmentRow;
import beckon.shared.RefusalException;
import beckon.web.api.problem.Problem;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes files from the script of a dialog: {@code POST /attachment?name=…} with the file as the
 * body, {@code POST /attachment/{handle}/remove}, and {@code GET /attachment/{handle}} for the
 * small picture.
 *
 * <p>Both posts have a type that no foreign page's form can give them.
 */
@WebServlet(name = "attachment", urlPatterns = "/attachment/*")
public class AttachmentServlet extends HttpServlet {
    private static final System.Logger LOGGER = System.getLogger(AttachmentServlet.class.getName());
    private static final long serialVersionUID = 1L;
    private static final String OCTETS = "application/octet-stream";
    private static final Pattern PATH = Pattern.compile("/([0-9a-f-]{36})(/remove)?");
    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject private transient AttachmentService attachments;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!OCTETS.equals(request.getContentType())) {
            Problem.ofStatus(415).write(request, response);
            return;
        }
        String path = request.getPathInfo();
        try {
            if (path == null) {
                upload(request, response);
            } else {
                remove(path, request, response);
            }
        } catch (RefusalException e) {
            Problem.of(e).write(request, response);
        } catch (EJBException e) {
            if (!(e.getCause() instanceof UncheckedIOException broken)) {
                throw e;
            }
            LOGGER.log(Level.DEBUG, "An upload broke off", broken);
            Problem.ofStatus(400).write(request, response);
        }
    }

    private void upload(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AttachmentRow file =
                attachments.upload(
                        request.getParameter("name"),
                        request.getInputStream(),
                        request.getContentLengthLong());
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("handle", file.handle().toString())
                        .add("name", file.name())
                        .add("type", file.type().name())
                        .add("size", file.size());
        if (file.thumbnail()) {
            json.add("thumbnail", "/attachment/" + file.handle());
        }
        response.setStatus(HttpServletResponse.SC_CREATED);
        write(
                response,
                "application/json",
                json.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void remove(String path, HttpServletRequest request, HttpServletResponse response) {
        Matcher named = PATH.matcher(path);
        if (named.matches() && named.group(2) != null) {
            attachments.remove(handle(named));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            Problem.ofStatus(404).write(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Matcher named = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<byte[]> thumbnail =
                named.matches() && named.group(2) == null
                        ? attachments.findThumbnail(handle(named))
                        : Optional.empty();
        if (thumbnail.isPresent()) {
            write(response, "image/jpeg", thumbnail.get());
        } else {
            Problem.ofStatus(404).write(request, response);
        }
    }

    /** The id of a path; of one that only looks like it, nobody's. */
    private static UUID handle(Matcher named) {
        try {
            return UUID.fromString(named.group(1));
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static void write(HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

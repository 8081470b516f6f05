package beckon.web.person;

import beckon.contact.boundary.ContactPhotoService;
import beckon.person.boundary.PhotoService;
import beckon.shared.RefusalException;
import beckon.web.api.problem.Problem;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows photos to members who may see the person, {@code GET /photo/{handle}} and the same with
 * {@code /small} for lists, and takes one's own from the script of the page: {@code POST /photo}
 * with the picture as the body, {@code POST /photo/remove}.
 *
 * <p>Both posts have a type that no foreign page's form can give them. A changed photo has another
 * handle, so browsers may keep what they have got for a while.
 */
@WebServlet(name = "photo", urlPatterns = "/photo/*")
public class PhotoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String OCTETS = "application/octet-stream";
    private static final Pattern PATH =
            Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/small)?");

    @Inject private transient ContactPhotoService photos;
    @Inject private transient PhotoService own;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Matcher named = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<byte[]> jpeg =
                named.matches()
                        ? photos.find(UUID.fromString(named.group(1)), named.group(2) != null)
                        : Optional.empty();
        if (jpeg.isEmpty()) {
            Problem.ofStatus(404).write(request, response);
            return;
        }
        String tag = '"' + named.group(1) + (named.group(2) == null ? "" : "-small") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, max-age=86400");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(response, "image/jpeg", jpeg.get());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!OCTETS.equals(request.getContentType())) {
            Problem.ofStatus(415).write(request, response);
            return;
        }
        try {
            if (request.getPathInfo() == null) {
                change(request, response);
            } else if (request.getPathInfo().equals("/remove")) {
                own.remove();
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                Problem.ofStatus(404).write(request, response);
            }
        } catch (RefusalException e) {
            Problem.of(e).write(request, response);
        }
    }

    /** Reads one octet more than is taken, at most. */
    private void change(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        UUID handle = own.change(request.getInputStream().readNBytes(PhotoService.MOST_OCTETS + 1));
        String json =
                JsonProvider.provider()
                        .createObjectBuilder()
                        .add("photo", handle.toString())
                        .build()
                        .toString();
        response.setStatus(HttpServletResponse.SC_CREATED);
        write(response, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

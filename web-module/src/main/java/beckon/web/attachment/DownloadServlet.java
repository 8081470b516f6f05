package beckon.web.attachment;

import beckon.attachment.boundary.AttachmentService;
import beckon.attachment.entity.FileContent;
import beckon.attachment.entity.FileName;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Hands out a file to whoever holds its link: to be saved, never to be shown here, and with nothing
 * in it allowed to run.
 */
@WebServlet(name = "download", urlPatterns = "/download/*")
public class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient AttachmentService attachments;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo();
        String token = path == null ? "" : path.substring(1);
        Optional<FileContent> found = attachments.open(token);
        if (found.isEmpty()) {
            // the page has the words
            response.sendRedirect("/file/" + (token.matches("[\\w-]{1,100}") ? token : "-"));
            return;
        }
        try (FileContent file = found.get()) {
            response.setContentType(file.type().mediaType());
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("Content-Disposition", disposition(file.name()));
            file.octets().transferTo(response.getOutputStream());
        }
    }

    /** RFC 6266: plain letters for old readers, all of them for the others. */
    static String disposition(FileName name) {
        return "attachment; filename=\""
                + name.ascii()
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name.value(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}

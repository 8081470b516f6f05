package beckon.web.exchange;

import beckon.exchange.boundary.ImportService;
import beckon.exchange.entity.Upload;
import beckon.shared.RefusalException;
import beckon.web.api.problem.Problem;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Takes a file of contacts from the script of the page: {@code POST /contact/import/file?name=…}
 * with the file as the body, of a type that no foreign page's form can give it.
 */
@WebServlet(name = "contact-import", urlPatterns = "/contact/import/file")
public class ImportFileServlet extends HttpServlet {
    private static final System.Logger LOGGER = System.getLogger(ImportFileServlet.class.getName());
    private static final long serialVersionUID = 1L;
    private static final String OCTETS = "application/octet-stream";

    @Inject private transient ImportService imports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!OCTETS.equals(request.getContentType())) {
            Problem.ofStatus(415).write(request, response);
            return;
        }
        try {
            answer(response, imports.upload(file(request)));
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

    private static Upload file(HttpServletRequest request) throws IOException {
        return new Upload(
                request.getParameter("name"),
                request.getInputStream(),
                request.getContentLengthLong());
    }

    private static void answer(HttpServletResponse response, UUID handle) throws IOException {
        byte[] body =
                JsonProvider.provider()
                        .createObjectBuilder()
                        .add("handle", handle.toString())
                        .build()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

package beckon.web.text;

import beckon.delivery.boundary.ReceiptService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hears from a gateway what people have sent to us: {@code /text/incoming/{key}?from=…&text=…},
 * where the key is what the operator has told both of us.
 *
 * <p>Gateways say it with GET or POST, as with receipts. The answer is empty: whatever stands in it
 * some gateways send back to the phone.
 */
@WebServlet(name = "incoming", urlPatterns = "/text/incoming/*")
public class IncomingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient ReceiptService receipts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setCharacterEncoding("UTF-8");
        String key = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        String from = request.getParameter("from");
        String text = request.getParameter("text");
        response.setContentLength(0);
        if (from == null || text == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (receipts.takeText(key, from, text)) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        doGet(request, response);
    }

    /** Only looks, and changes nothing. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
    }
}

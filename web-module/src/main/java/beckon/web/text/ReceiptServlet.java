package beckon.web.text;

import beckon.delivery.boundary.ReceiptService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/**
 * Hears from gateways what became of texts: {@code /text/receipt/{receipt}?type=…}, where the
 * receipt is what the gateway was given with the text.
 *
 * <p>Gateways say it with GET. That is no door for anybody's browser: the receipt is sealed, stands
 * in no page or message, and what it changes is the state of one text.
 */
@WebServlet(name = "receipt", urlPatterns = "/text/receipt/*")
public class ReceiptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern TYPE = Pattern.compile("[0-9]{1,3}");

    @Inject private transient ReceiptService receipts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String type = request.getParameter("type");
        if (type == null || !TYPE.matcher(type).matches()) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        boolean ours = receipts.take(path.replaceFirst("^/", ""), Integer.parseInt(type));
        answer(response, ours ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        doGet(request, response);
    }

    /** Only looks, and changes nothing. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        answer(response, HttpServletResponse.SC_OK);
    }

    private static void answer(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }
}

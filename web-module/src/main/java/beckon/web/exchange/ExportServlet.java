package beckon.web.exchange;

import beckon.exchange.boundary.ExportService;
import beckon.exchange.entity.FileFormat;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives members their own contacts as a file, {@code contacts.csv} or {@code contacts.vcf}. */
@WebServlet(
        name = "contact-export",
        urlPatterns = {"/contact/export/contacts.csv", "/contact/export/contacts.vcf"})
public class ExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient ExportService exports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean csv = request.getServletPath().endsWith(".csv");
        byte[] file = exports.export(csv ? FileFormat.CSV : FileFormat.VCARD);
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "text/vcard;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + (csv ? "contacts.csv" : "contacts.vcf") + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}

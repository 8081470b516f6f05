package beckon.web.operator;

import beckon.account.boundary.OperatorService;
import beckon.account.entity.AccountSummary;
import beckon.account.entity.OpenSetUp;
import beckon.licence.boundary.LicenceService;
import beckon.licence.entity.Edition;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Carries out the operator's commands: {@code GET /operator/accounts}, {@code POST} there with
 * {@code label}, {@code POST /operator/accounts/close} with {@code account} and {@code name},
 * {@code POST /operator/accounts/edition} with {@code account}, {@code edition} and {@code seats};
 * plain text as answer.
 */
@WebServlet(name = "operator", urlPatterns = "/operator/accounts/*")
public class OperatorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";
    private static final String ROW = "%-36s  %-10s  %7s  %-7s  %s%n";

    @Inject private transient OperatorService operators;
    @Inject private transient LicenceService licences;
    @Inject private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, () -> table(key(request)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(
                request,
                response,
                () ->
                        switch (String.valueOf(request.getPathInfo())) {
                            case "/close" -> close(request);
                            case "/edition" -> changeEdition(request);
                            default -> add(request);
                        });
    }

    private String add(HttpServletRequest request) {
        String link =
                settings.baseUrl()
                        + "/setup/"
                        + operators.add(key(request), parameter(request, "label")).secret();
        return "This link makes one account, once, within 24 hours:%n%n  %s%n".formatted(link);
    }

    private String close(HttpServletRequest request) {
        String name = parameter(request, "name");
        operators.close(key(request), UUID.fromString(parameter(request, "account")), name);
        return "%s is closed: nobody is signed in there, and its links are dead.%n".formatted(name);
    }

    private String changeEdition(HttpServletRequest request) {
        Edition edition = Edition.valueOf(parameter(request, "edition"));
        int seats = Integer.parseInt(parameter(request, "seats"));
        UUID account = UUID.fromString(parameter(request, "account"));
        licences.setEdition(operators.getId(key(request), account), edition, seats);
        return "The account has %s now%s.%n"
                .formatted(
                        edition, edition == Edition.PRO_PLUS ? ", with " + seats + " seats" : "");
    }

    private String table(String key) {
        StringBuilder table =
                new StringBuilder(ROW.formatted("ACCOUNT", "SINCE", "MEMBERS", "STATE", "NAME"));
        for (AccountSummary row : operators.list(key)) {
            table.append(
                    ROW.formatted(
                            row.handle(),
                            row.createdAt().toString().substring(0, 10),
                            row.members(),
                            row.closedAt() == null ? "open" : "closed",
                            plain(row.name())));
        }
        List<OpenSetUp> links = operators.listSetUps(key);
        links.forEach(
                link ->
                        table.append(
                                "set-up link, open until %s  %s%n"
                                        .formatted(
                                                link.expiresAt(),
                                                link.label() == null
                                                        ? "(first start)"
                                                        : plain(link.label()))));
        return table.toString();
    }

    /** No terminal takes orders from a company's name. */
    private static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, Command command)
            throws IOException {
        String words;
        try {
            // what a proxy has passed on does not come from this machine
            words = request.getHeader("X-Forwarded-For") == null ? command.run() : null;
        } catch (RefusalException
                | IllegalArgumentException
                | ConstraintViolationException refused) {
            words = null;
        }
        response.setStatus(
                words == null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(words == null ? "" : words);
    }

    private static String key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private interface Command {
        String run();
    }
}

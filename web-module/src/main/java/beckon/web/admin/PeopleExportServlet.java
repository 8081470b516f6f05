package beckon.web.admin;

import beckon.licence.boundary.PeopleService;
import beckon.licence.entity.PersonRow;
import beckon.person.boundary.PersonService;
import beckon.web.api.problem.Words;
import beckon.web.shared.Csv;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of people as a file for spreadsheets, filtered as on the page. */
@WebServlet(name = "people-export", urlPatterns = "/admin/people/export")
public class PeopleExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of(
                    "name",
                    "email",
                    "kind",
                    "licence",
                    "joined",
                    "deactivated",
                    "until",
                    "sponsor");

    @Inject private transient PeopleService people;
    @Inject private transient PersonService persons;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> parameters =
                request.getParameterMap().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[0]));
        Words words = Words.of(persons.getProfile().language());
        List<PersonRow> rows = people.export(PeopleFilter.of(parameters).query(0, 1));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"people.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (Writer out = response.getWriter()) {
            out.write(Csv.BEGIN);
            out.write(
                    Csv.line(COLUMNS.stream().map(each -> words.get("admin.people.csv." + each))));
            for (PersonRow row : rows) {
                out.write(Csv.line(values(row, words)));
            }
        }
    }

    private static Stream<Object> values(PersonRow row, Words words) {
        return Stream.of(
                row.name(),
                row.email(),
                words.get("shared.kind." + row.kind()),
                row.licensed() ? words.get("admin.people.csv.yes") : "",
                row.joinedAt(),
                row.deactivatedAt() == null ? "" : row.deactivatedAt(),
                row.endsAt() == null ? "" : row.endsAt(),
                row.sponsorName() == null ? "" : row.sponsorName());
    }
}

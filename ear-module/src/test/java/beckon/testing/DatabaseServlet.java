package beckon.testing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The way to the {@link Database} for tests outside of the server; never in the EAR itself. */
@WebServlet("/database/*")
public class DatabaseServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String sql = request.getParameter("sql");
        String[] given = request.getParameterValues("value");
        Object[] values = given == null ? new Object[0] : given;
        List<List<String>> rows =
                "/query".equals(request.getPathInfo())
                        ? Database.rows(sql, values)
                        : List.of(List.of(Integer.toString(Database.update(sql, values))));
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (List<String> row : rows) {
            JsonArrayBuilder columns = Json.createArrayBuilder();
            row.forEach(
                    text -> {
                        if (text == null) {
                            columns.addNull();
                        } else {
                            columns.add(text);
                        }
                    });
            json.add(columns);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.build().toString());
    }

    static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : null;
    }
}

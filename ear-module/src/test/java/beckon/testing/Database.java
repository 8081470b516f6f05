package beckon.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The rows behind the screens: for facts that no screen shows, and states that take days to come
 * about. From outside it asks {@link DatabaseServlet}. All values travel as text.
 */
public final class Database {
    private Database() {}

    /** The rows of a query. */
    public static List<List<String>> rows(String sql, Object... values) {
        return TestServer.isHere() ? query(sql, values) : ask("query", sql, values);
    }

    /** The first column of a query's first row; null if there is none. */
    public static String value(String sql, Object... values) {
        List<List<String>> rows = rows(sql, values);
        return rows.isEmpty() ? null : rows.get(0).get(0);
    }

    /** The first column of a query's only row, a number. */
    public static long number(String sql, Object... values) {
        return Long.parseLong(value(sql, values));
    }

    /** Changes rows and answers how many. */
    public static int update(String sql, Object... values) {
        return TestServer.isHere()
                ? change(sql, values)
                : Integer.parseInt(ask("update", sql, values).get(0).get(0));
    }

    /** Octets as this database writes them in a statement. */
    public static String octets(String hex) {
        boolean postgresql = System.getProperty("test.postgresql") != null;
        return (postgresql ? "bytea '\\x" : "X'") + hex + "'";
    }

    private static List<List<String>> query(String sql, Object... values) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static int change(String sql, Object... values) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        // PostgreSQL reads a text as whatever is compared with it only if told that it may be
        // anything
        boolean strict = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        for (int i = 0; i < values.length; i++) {
            if (strict && values[i] instanceof String) {
                statement.setObject(i + 1, values[i], Types.OTHER);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static DataSource dataSource() {
        try {
            return InitialContext.doLookup("java:/beckon/jdbc/main");
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> ask(String verb, String sql, Object... values) {
        String form =
                Arrays.stream(values)
                        .map(value -> "&value=" + URLEncoder.encode(value.toString(), UTF_8))
                        .collect(
                                Collectors.joining("", "sql=" + URLEncoder.encode(sql, UTF_8), ""));
        Http.Answer answer =
                Http.send(
                        "POST",
                        "/tests/database/" + verb,
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        if (answer.status() != 200) {
            throw new IllegalStateException(sql + ": " + answer);
        }
        return answer.array().stream()
                .map(
                        row ->
                                row.asJsonArray().stream()
                                        .map(DatabaseServlet::text)
                                        .collect(Collectors.toCollection(ArrayList::new)))
                .map(row -> (List<String>) row)
                .toList();
    }
}

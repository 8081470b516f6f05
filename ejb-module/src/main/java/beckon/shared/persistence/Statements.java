package beckon.shared.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * SQL by hand: prepares a statement, binds its values in their order, runs it, and reads the rows.
 *
 * <p>Inside a transaction the data source lends the transaction's own connection each time. A
 * collection is bound as one array, for {@code = any(?)}: however long it is the statement is the
 * same, so that the database plans it once. It holds numbers (Long), UUIDs or strings; an empty one
 * is of strings.
 */
public final class Statements {
    private static final int FETCHED_AT_ONCE = 500;

    private final DataSource dataSource;

    public Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes something of the row on which the result stands. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the row on which the result stands. */
    @FunctionalInterface
    public interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Changes rows and says how many. */
    public int update(String sql, Object... values) {
        return run(
                sql,
                statement -> {
                    bind(statement, values);
                    return statement.executeUpdate();
                });
    }

    /** Runs one statement for each row of values, in one batch, and says how many each changed. */
    public int[] batch(String sql, Stream<Object[]> rows) {
        return run(
                sql,
                statement -> {
                    for (Object[] values : (Iterable<Object[]>) rows::iterator) {
                        bind(statement, values);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** Every row that is found. */
    public <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        return run(
                sql,
                statement -> {
                    bind(statement, values);
                    List<T> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(reader.read(rows));
                        }
                    }
                    return found;
                });
    }

    /** Visits every row as it comes, few at a time; to be called within a transaction. */
    public void each(String sql, Visitor visitor, Object... values) {
        run(
                sql,
                statement -> {
                    bind(statement, values);
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            visitor.visit(rows);
                        }
                    }
                    return null;
                });
    }

    /** The first row that is found. */
    public <T> Optional<T> find(String sql, Reader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** The same for a query that always finds one, such as a count. */
    public long number(String sql, Object... values) {
        return find(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /** As many question marks as there are values, for {@code in (…)}. */
    public static String marks(Collection<?> values) {
        return marks(values.size());
    }

    /** The same for a number of values. */
    public static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused: " + sql, e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> several) {
                statement.setArray(i + 1, array(statement.getConnection(), several));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static Array array(Connection connection, Collection<?> values) throws SQLException {
        Object one = values.isEmpty() ? "" : values.iterator().next();
        if (one instanceof Long) {
            return connection.createArrayOf("bigint", values.toArray(Long[]::new));
        }
        if (one instanceof UUID) {
            return connection.createArrayOf("uuid", values.toArray(UUID[]::new));
        }
        return connection.createArrayOf("varchar", values.toArray(String[]::new));
    }
}

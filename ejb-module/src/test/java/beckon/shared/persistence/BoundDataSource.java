package beckon.shared.persistence;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Lends the transaction's one connection within a transaction, and a new one elsewhere. */
final class BoundDataSource implements DataSource {

    private static final Set<String> NOT_THEIRS =
            Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource source;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    BoundDataSource(DataSource source) {
        this.source = source;
    }

    <T> T inTransaction(Callable<T> work) {
        Connection outer = bound.get();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            bound.set(lent(connection));
            try {
                T result = work.call();
                connection.commit();
                return result;
            } finally {
                bound.set(outer);
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return bound.get() == null ? source.getConnection() : bound.get();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }

    private static Connection lent(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            boolean theirs =
                                    !NOT_THEIRS.contains(method.getName())
                                            || arguments != null
                                                    && method.getName().equals("rollback");
                            try {
                                return theirs ? method.invoke(connection, arguments) : null;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}

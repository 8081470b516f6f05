package beckon.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts the statements sent to it, a batch as one. */
public final class CountedSource {
    private final AtomicInteger statements = new AtomicInteger();
    private final DataSource source;

    public CountedSource(DataSource real) {
        source = counting(DataSource.class, real);
    }

    public DataSource source() {
        return source;
    }

    /** How many statements the work sends. */
    public int during(Runnable work) {
        statements.set(0);
        work.run();
        return statements.get();
    }

    private <T> T counting(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("execute")) {
                                statements.incrementAndGet();
                            }
                            try {
                                return wrapped(method.invoke(real, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    private Object wrapped(Object result) {
        if (result instanceof Connection connection) {
            return counting(Connection.class, connection);
        }
        if (result instanceof PreparedStatement statement) {
            return counting(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement
                ? counting(Statement.class, statement)
                : result;
    }
}

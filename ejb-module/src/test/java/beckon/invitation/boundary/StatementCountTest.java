package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.invitation.InvitationTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each statement is a round trip: their number must depend on neither recipients nor rows. */
class StatementCountTest extends InvitationTest {
    private final AtomicInteger statements = new AtomicInteger();

    @Override
    protected DataSource dataSource() {
        return counting(DataSource.class, database.dataSource());
    }

    @BeforeEach
    void warmUp() {
        // both kinds in each command, so that the contacts of both are written
        invite(recipients("warm", 2));
    }

    private int statementsOf(String... recipients) {
        statements.set(0);
        assertThat(invite(recipients)).hasSize(recipients.length);
        return statements.get();
    }

    /** Every other one a colleague. */
    private String[] recipients(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(
                        i ->
                                i % 2 == 0
                                        ? prefix + i + "@" + company.domain()
                                        : stranger(prefix + i))
                .toArray(String[]::new);
    }

    @Test
    void twentyRecipientsTakeAsManyStatementsAsTwo() {
        int two = statementsOf(recipients("a", 2));
        int twenty = statementsOf(recipients("b", 20));

        // ids are drawn in blocks of 50, of which twenty recipients use more than one
        assertThat(twenty).isBetween(two - 2, two + 2);
        assertThat(twenty).isLessThanOrEqualTo(12);
    }

    @Test
    void oneRecipientTakesNineAtMost() {
        assertThat(statementsOf(stranger("a"))).isLessThanOrEqualTo(9);
    }

    @Test
    void onesThatAreRefusedTakeNoStatementsOfTheirOwn() {
        String[] recipients = recipients("c", 10);
        statementsOf(recipients);

        assertThat(statementsOf(recipients)).isLessThanOrEqualTo(4);
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
        return result instanceof java.sql.Statement statement
                ? counting(java.sql.Statement.class, statement)
                : result;
    }
}

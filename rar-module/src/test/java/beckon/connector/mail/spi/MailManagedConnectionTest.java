package beckon.connector.mail.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import beckon.connector.mail.MailConnection;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailManagedConnectionTest {

    private final List<Integer> events = new ArrayList<>();

    private static MailManagedConnectionFactory factory(int port) {
        MailManagedConnectionFactory factory = new MailManagedConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUser("");
        factory.setTls("none");
        factory.setReadTimeout(30_000);
        return factory;
    }

    private ManagedConnection connection(ScriptedSmtpServer server) throws Exception {
        ManagedConnection connection = factory(server.port()).createManagedConnection(null, null);
        connection.addConnectionEventListener(new Recorder());
        return connection;
    }

    private static MailConnection lent(ManagedConnection connection) throws Exception {
        return (MailConnection) connection.getConnection(null, null);
    }

    @Test
    void closedHandleGivesTheSessionBackAndSendsNoMore() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.polite((said, session) -> null)) {
            ManagedConnection connection = connection(server);
            MailConnection handle = lent(connection);

            handle.close();
            handle.close();

            assertThat(events).containsExactly(ConnectionEvent.CONNECTION_CLOSED);
            assertThatIllegalStateException().isThrownBy(() -> handle.send(MailFixtures.mail()));
            connection.destroy();
        }
    }

    @Test
    void brokenSessionIsReportedToThePool() throws Exception {
        try (ScriptedSmtpServer server =
                ScriptedSmtpServer.polite(
                        (said, session) -> said.equals(".") ? ScriptedSmtpServer.HANG_UP : null)) {
            ManagedConnection connection = connection(server);

            lent(connection).send(MailFixtures.mail());

            assertThat(events).containsExactly(ConnectionEvent.CONNECTION_ERROR_OCCURRED);
            assertThat(factory(server.port()).getInvalidConnections(Set.of(connection))).hasSize(1);
        }
    }

    @Test
    void sessionInUseIsValidWithoutAsking() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.polite((said, session) -> null)) {
            ManagedConnection connection = connection(server);

            assertThat(factory(server.port()).getInvalidConnections(Set.of(connection))).isEmpty();
            assertThat(server.commands()).doesNotContain("NOOP");
            connection.destroy();
        }
    }

    @Test
    void noTransactionIsPretended() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.polite((said, session) -> null)) {
            ManagedConnection connection = connection(server);

            assertThatExceptionOfType(NotSupportedException.class)
                    .isThrownBy(connection::getXAResource);
            assertThatExceptionOfType(NotSupportedException.class)
                    .isThrownBy(connection::getLocalTransaction);
            connection.destroy();
        }
    }

    @Test
    void unknownSecurityStopsTheStart() {
        MailManagedConnectionFactory factory = factory(25);
        factory.setTls("maybe");

        assertThatExceptionOfType(InvalidPropertyException.class)
                .isThrownBy(() -> factory.createConnectionFactory(null))
                .withMessageContaining("tls");
    }

    private final class Recorder implements ConnectionEventListener {

        @Override
        public void connectionClosed(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            events.add(event.getId());
        }
    }
}

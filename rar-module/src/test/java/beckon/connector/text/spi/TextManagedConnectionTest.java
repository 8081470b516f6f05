package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import beckon.connector.BeckonResourceAdapter;
import beckon.connector.text.TextConnection;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextManagedConnectionTest {

    private final List<Integer> events = new ArrayList<>();

    private static TextManagedConnectionFactory factory(int port) {
        TextManagedConnectionFactory factory = new TextManagedConnectionFactory();
        factory.setResourceAdapter(new BeckonResourceAdapter());
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        return factory;
    }

    private ManagedConnection connection(ScriptedMessageCentre centre) throws Exception {
        ManagedConnection connection = factory(centre.port()).createManagedConnection(null, null);
        connection.addConnectionEventListener(new Recorder());
        return connection;
    }

    private static TextConnection lent(ManagedConnection connection) throws Exception {
        return (TextConnection) connection.getConnection(null, null);
    }

    @Test
    void closedHandleGivesTheSessionBackAndSendsNoMore() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite()) {
            ManagedConnection connection = connection(centre);
            TextConnection handle = lent(connection);

            handle.close();
            handle.close();

            assertThat(events).containsExactly(ConnectionEvent.CONNECTION_CLOSED);
            assertThatIllegalStateException().isThrownBy(() -> handle.send(TextFixtures.text()));
            assertThatIllegalStateException().isThrownBy(() -> handle.query("m1"));
            connection.destroy();
        }
    }

    @Test
    void brokenSessionIsReportedToThePool() throws Exception {
        try (ScriptedMessageCentre centre =
                ScriptedMessageCentre.answering(ScriptedMessageCentre.HANG_UP)) {
            ManagedConnection connection = connection(centre);

            lent(connection).send(TextFixtures.text());

            assertThat(events).containsExactly(ConnectionEvent.CONNECTION_ERROR_OCCURRED);
            assertThat(factory(centre.port()).getInvalidConnections(Set.of(connection))).hasSize(1);
        }
    }

    @Test
    void sessionInUseIsValidWithoutAsking() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite()) {
            ManagedConnection connection = connection(centre);

            assertThat(factory(centre.port()).getInvalidConnections(Set.of(connection))).isEmpty();
            assertThat(centre.commands()).doesNotContain(SMPPConstant.CID_ENQUIRE_LINK);
            connection.destroy();
        }
    }

    @Test
    void noTransactionIsPretended() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite()) {
            ManagedConnection connection = connection(centre);

            assertThatExceptionOfType(NotSupportedException.class)
                    .isThrownBy(connection::getXAResource);
            assertThatExceptionOfType(NotSupportedException.class)
                    .isThrownBy(connection::getLocalTransaction);
            connection.destroy();
        }
    }

    @Test
    void messageCentreThatRefusesIsNotAskedAgainAtOnce() throws Exception {
        try (ScriptedMessageCentre centre =
                ScriptedMessageCentre.onCommand(SMPPConstant.CID_BIND_TRANSCEIVER, 0x0D)) {
            TextManagedConnectionFactory factory = factory(centre.port());

            for (int i = 0; i < 20; i++) {
                assertThatExceptionOfType(ResourceException.class)
                        .isThrownBy(() -> factory.createManagedConnection(null, null))
                        .withMessageContaining("bind failed");
            }

            assertThat(centre.sessions()).isEqualTo(1);
        }
    }

    @Test
    void unknownProtocolStopsTheStart() {
        TextManagedConnectionFactory factory = factory(2775);
        factory.setProtocol("pigeon");

        assertThatExceptionOfType(InvalidPropertyException.class)
                .isThrownBy(() -> factory.createConnectionFactory(null))
                .withMessageContaining("protocol");
    }

    @Test
    void gatewayWithoutAnAddressStopsTheStart() {
        TextManagedConnectionFactory factory = factory(2775);
        factory.setProtocol("http");
        factory.setUrl("localhost:13013");

        assertThatExceptionOfType(InvalidPropertyException.class)
                .isThrownBy(() -> factory.createConnectionFactory(null))
                .withMessageContaining("url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Beckon Invites", "Bück", "+0123", "123456789", "-Beckon"})
    void senderThatNobodyTakesStopsTheStart(String sender) {
        TextManagedConnectionFactory factory = factory(2775);
        factory.setFrom(sender);

        assertThatExceptionOfType(InvalidPropertyException.class)
                .isThrownBy(() -> factory.createConnectionFactory(null))
                .withMessageContaining("from");
    }

    @ParameterizedTest
    @CsvSource({
        "Beckon, ALPHANUMERIC, Beckon",
        "Acme & Co, ALPHANUMERIC, Acme & Co",
        "+33612345678, INTERNATIONAL, 33612345678",
        "38200, NETWORK_SPECIFIC, 38200"
    })
    void senderIsOfTheKindThatItLooks(String sender, TypeOfNumber type, String digits) {
        assertThat(SmppAddress.ofSender(sender).type()).isEqualTo(type);
        assertThat(SmppAddress.ofSender(sender).digits()).isEqualTo(digits);
    }

    @Test
    void settingsDoNotTellThePassword() {
        assertThat(TextFixtures.settings(2775).toString()).doesNotContain("secret");
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

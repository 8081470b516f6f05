package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import beckon.connector.OwnCertificate;
import beckon.connector.text.TextAnswer.Outcome;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions by TLS with a message centre whose certificate is localhost's. */
class SmppSecurityTest {

    private static SSLContext usual;
    private static SSLContext trusting;
    private ScriptedMessageCentre centre;

    @BeforeAll
    static void trustOwnCertificate(@TempDir Path folder) throws Exception {
        usual = SSLContext.getDefault();
        trusting = OwnCertificate.of("localhost", folder);
        SSLContext.setDefault(trusting);
    }

    @AfterAll
    static void trustAsUsual() {
        SSLContext.setDefault(usual);
    }

    @AfterEach
    void stop() throws Exception {
        centre.close();
    }

    private void encrypting() throws Exception {
        centre =
                new ScriptedMessageCentre(
                        trusting.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        (command, submitted, session) -> 0);
    }

    private SmppSession open(String host) throws ResourceException {
        return SmppSession.open(
                TextFixtures.settings(host, centre.port(), true, 1_000, 200), new ReportInbox());
    }

    @Test
    void textsGoOutEncryptedAndSilenceIsAskedAbout() throws Exception {
        encrypting();

        try (SmppSession session = open("localhost")) {
            assertThat(session.send(TextFixtures.texts(30)))
                    .hasSize(30)
                    .allMatch(answer -> answer.outcome() == Outcome.ACCEPTED);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    centre.commands().stream()
                                                    .filter(
                                                            command ->
                                                                    command
                                                                            == SMPPConstant
                                                                                    .CID_ENQUIRE_LINK)
                                                    .count()
                                            > 1);
            assertThat(session.send(TextFixtures.texts(1)).get(0).outcome())
                    .isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void certificateOfAnotherHostIsRefused() throws Exception {
        encrypting();

        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> open("127.0.0.1"))
                .withMessageContaining("127.0.0.1")
                .returns("ENCRYPTION", ResourceException::getErrorCode);
        assertThat(centre.commands()).isEmpty();
    }

    @Test
    void certificateOfNobodyKnownIsRefused() throws Exception {
        encrypting();
        SSLContext.setDefault(usual);

        try {
            assertThatExceptionOfType(ResourceException.class)
                    .isThrownBy(() -> open("localhost"))
                    .returns("ENCRYPTION", ResourceException::getErrorCode);
        } finally {
            SSLContext.setDefault(trusting);
        }
    }

    @Test
    void nothingIsSaidInClear() throws Exception {
        encrypting();
        try (ServerSocket clear = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> first =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try (Socket socket = clear.accept()) {
                                    return socket.getInputStream().read();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });

            assertThatExceptionOfType(ResourceException.class)
                    .isThrownBy(
                            () ->
                                    SmppSession.open(
                                            TextFixtures.settings(
                                                    "localhost",
                                                    clear.getLocalPort(),
                                                    true,
                                                    1_000,
                                                    200),
                                            new ReportInbox()));
            assertThat(first.get(20, TimeUnit.SECONDS)).as("a TLS handshake").isEqualTo(0x16);
        }
    }
}

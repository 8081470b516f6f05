package beckon.connector.mail.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import beckon.connector.OwnCertificate;
import beckon.connector.mail.MailAnswer.Outcome;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.SecurityException;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Encryption and sign-in against a server that is not ours; its certificate is localhost's. */
class SmtpSecurityTest {

    private static SSLContext usual;
    private static SSLContext trusting;
    private SMTPServer server;

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
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private SMTPServer.Builder onLoopback() {
        return SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress());
    }

    private SmtpSession open(String host, TransportSecurity security, String user)
            throws ResourceException {
        return SmtpSession.open(
                MailFixtures.settings(host, server.getPortAllocated(), security, user));
    }

    private static void assertSends(SmtpSession session) {
        try (session) {
            assertThat(session.send(MailFixtures.mail()).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(session.send(MailFixtures.mail()).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void startTlsEncryptsTheSession() throws Exception {
        server = onLoopback().requireTLS().startTlsSocketFactory(trusting).build();
        server.start();

        assertSends(open("localhost", TransportSecurity.STARTTLS, null));
    }

    @Test
    void implicitTlsEncryptsFromTheFirstOctet() throws Exception {
        server =
                onLoopback()
                        .serverSocketFactory(trusting.getServerSocketFactory()::createServerSocket)
                        .build();
        server.start();

        assertSends(open("localhost", TransportSecurity.IMPLICIT, null));
    }

    @Test
    void nothingIsSentInClearWhenStartTlsIsMissing() {
        server = onLoopback().build();
        server.start();

        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> open("localhost", TransportSecurity.STARTTLS, null))
                .withMessageContaining("STARTTLS is required")
                .returns("ENCRYPTION", ResourceException::getErrorCode);
    }

    @Test
    void certificateOfAnotherHostIsRefused() {
        server = onLoopback().enableTLS().startTlsSocketFactory(trusting).build();
        server.start();

        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> open("127.0.0.1", TransportSecurity.STARTTLS, null))
                .withMessageContaining("127.0.0.1")
                .returns("ENCRYPTION", ResourceException::getErrorCode);
    }

    @Test
    void signsInOnce() throws Exception {
        server = onLoopback().authenticationHandlerFactory(onlyAnna()).requireAuth().build();
        server.start();

        assertSends(open("localhost", TransportSecurity.NONE, "anna"));
    }

    @Test
    void wrongSignInIsSaidInWords() {
        server = onLoopback().authenticationHandlerFactory(onlyAnna()).requireAuth().build();
        server.start();

        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> open("localhost", TransportSecurity.NONE, "ben"))
                .withMessageContaining("sign-in")
                .withMessageNotContaining("secret")
                .returns("SIGN_IN", ResourceException::getErrorCode);
    }

    private static EasyAuthenticationHandlerFactory onlyAnna() {
        return new EasyAuthenticationHandlerFactory(
                (user, password, context) -> {
                    if (!user.equals("anna") || !password.equals("secret")) {
                        throw new LoginFailedException();
                    }
                });
    }
}

package beckon.connector.mail.spi;

import beckon.connector.mail.OutgoingMail;
import java.util.Map;

/** Mails and settings for tests. */
final class MailFixtures {

    static final String FROM = "invitations@beckon.example";

    private MailFixtures() {}

    static OutgoingMail mail() {
        return mail("Anna", "Anna invites you");
    }

    static OutgoingMail mail(String fromName, String subject) {
        return new OutgoingMail(
                "1234@beckon.example",
                fromName,
                "bob@other.example",
                subject,
                "Hello Bob,\n.a line that begins with a dot\nÀ bientôt!\n",
                "<!DOCTYPE html>\n<p style=\"color: #123\">Hello <b>Bob</b>, à bientôt!</p>\n",
                "fr",
                Map.of("List-Id", "<invitations.beckon.example>"));
    }

    static OutgoingMail mailTo(String recipient) {
        return new OutgoingMail(
                "1@beckon.example", "Anna", recipient, "Hi", "Hi", "<p>Hi", "en", Map.of());
    }

    static SmtpSettings settings(int port) {
        return settings("127.0.0.1", port, TransportSecurity.NONE, null);
    }

    /** For servers that do not answer. */
    static SmtpSettings impatient(int port) {
        return settings("127.0.0.1", port, TransportSecurity.NONE, null, 1_000);
    }

    static SmtpSettings settings(String host, int port, TransportSecurity security, String user) {
        return settings(host, port, security, user, 30_000);
    }

    private static SmtpSettings settings(
            String host, int port, TransportSecurity security, String user, int timeout) {
        return new SmtpSettings(
                host,
                port,
                user,
                "secret",
                security,
                FROM,
                timeout,
                timeout,
                timeout,
                "client.example");
    }
}

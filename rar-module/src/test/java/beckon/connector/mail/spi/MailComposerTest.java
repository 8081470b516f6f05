package beckon.connector.mail.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import beckon.connector.mail.OutgoingMail;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {

    private static String written(OutgoingMail mail) {
        byte[] message = MailComposer.compose(mail, MailFixtures.FROM);
        return new String(message, StandardCharsets.ISO_8859_1);
    }

    private static MimeMessage read(OutgoingMail mail) throws Exception {
        byte[] message = MailComposer.compose(mail, MailFixtures.FROM);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    @Test
    void bothPartsArriveAsTheyWere() throws Exception {
        OutgoingMail mail = MailFixtures.mail();

        MimeMultipart parts = (MimeMultipart) read(mail).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(mail.text());
        assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(mail.html());
    }

    @Test
    void headerSaysWhoToWhomAndThatAMachineSentIt() throws Exception {
        MimeMessage message = read(MailFixtures.mail());

        assertThat(message.getFrom())
                .containsExactly(new InternetAddress(MailFixtures.FROM, "Anna"));
        assertThat(message.getAllRecipients())
                .containsExactly(new InternetAddress("bob@other.example"));
        assertThat(message.getMessageID()).isEqualTo("<1234@beckon.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
        assertThat(message.getHeader("List-Id")).containsExactly("<invitations.beckon.example>");
        assertThat(message.getSentDate()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna",
                "Émile \"le Petit\" Zola",
                "O'Neil, \\ (Anna) <anna@evil.example>",
                "=?utf-8?q?Bcc=3A_x@evil.example?=",
                "\u202Egnp.exe",
                "名前 👩‍👩‍👧‍👦 名前 👩‍👩‍👧‍👦 名前 👩‍👩‍👧‍👦 名前 👩‍👩‍👧‍👦",
                "a very long name of a person that would never fit into the line of one header field"
            })
    void anyNameAndSubjectStayWhatTheyAre(String text) throws Exception {
        MimeMessage message = read(MailFixtures.mail(text, text));

        assertThat(message.getSubject()).isEqualTo(text);
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo(text);
        assertThat(message.getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@evil.example", "a\nb", "a\rb"})
    void lineBreaksInHeadersAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(MailFixtures.mail(text, "subject")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(MailFixtures.mail("name", text)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(MailFixtures.mailTo("bob@other.example" + text)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                written(
                                        new OutgoingMail(
                                                "1",
                                                "A",
                                                "b@c.example",
                                                "S",
                                                "",
                                                "",
                                                "en",
                                                Map.of("X-Field", text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bob",
                "@other.example",
                "a@b.example> BODY=8BITMIME",
                "a@b.example, c@d.example",
                "bob@b\u00FCcher.example"
            })
    void whatIsNoSingleAddressIsRefused(String recipient) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(MailFixtures.mailTo(recipient)));
    }

    @Test
    void everyLineIsShortAsciiAndBeginsWithNoDot() {
        OutgoingMail mail =
                new OutgoingMail(
                        "1@beckon.example",
                        "Ünï".repeat(40),
                        "bob@other.example",
                        "Ünï".repeat(60),
                        "é.".repeat(900) + "\n.\n..\n" + ".".repeat(400) + " \n\t\n",
                        "<p>" + "=.".repeat(500) + "</p>",
                        "en",
                        Map.of());

        assertThat(written(mail).split("\r\n", -1))
                .allMatch(line -> line.length() <= 78)
                .noneMatch(line -> line.startsWith("."))
                .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
    }
}

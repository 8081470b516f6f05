package beckon.postbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpDoorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    private static final int ROOM = 100_000;

    private final Postbox postbox = new Postbox(3, ROOM);
    private SmtpDoor door;
    private int port;

    @BeforeEach
    void openOnAnyFreePort() throws Exception {
        try (var free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        door = new SmtpDoor(port, postbox, Clock.fixed(NOW, ZoneOffset.UTC));
        door.open();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void mailIsTakenApartIntoWhatPeopleRead() throws Exception {
        send("eve@guest.example", "Zoé invites you ✉", "Hello Ève", "<p>Hello <b>Ève</b></p>");

        var message = postbox.list("").get(0);
        assertThat(message.to()).isEqualTo("eve@guest.example");
        assertThat(message.from()).isEqualTo("invitations@beckon.example");
        assertThat(message.subject()).isEqualTo("Zoé invites you ✉");
        assertThat(message.text()).isEqualToNormalizingNewlines("Hello Ève");
        assertThat(message.html()).isEqualToNormalizingNewlines("<p>Hello <b>Ève</b></p>");
        assertThat(message.receivedAt()).isEqualTo(NOW);
        assertThat(message.source()).contains("MIME-Version: 1.0");
    }

    @Test
    void newestComesFirstAndOldestGivesWay() throws Exception {
        for (var name : new String[] {"a", "b", "c", "d"}) {
            send(name + "@guest.example", name, name, name);
        }

        assertThat(postbox.list(""))
                .extracting(ReceivedMessage::subject)
                .containsExactly("d", "c", "b");
    }

    @Test
    void largeMessagesLeaveRoomForFewer() throws Exception {
        send("a@guest.example", "a", "", "");
        send("b@guest.example", "b", "large ".repeat(ROOM / 6), "");

        assertThat(postbox.list("")).extracting(ReceivedMessage::subject).containsExactly("b");
        assertThat(postbox.listHeads("").get(0).text()).isEmpty();
    }

    @Test
    void recipientIsFoundByAPartOfTheAddressInAnyCase() throws Exception {
        send("Eve@Guest.example", "one", "", "");
        send("ben@acme.example", "two", "", "");

        assertThat(postbox.list("eve@"))
                .extracting(ReceivedMessage::subject)
                .containsExactly("one");
    }

    @Test
    void wholeAddressFindsNoLongerOne() throws Exception {
        send("ann@guest.example", "one", "", "");
        send("joann@guest.example", "two", "", "");

        assertThat(postbox.list("Ann@guest.example"))
                .extracting(ReceivedMessage::subject)
                .containsExactly("one");
        assertThat(postbox.list("ann@guest")).hasSize(2);
    }

    @Test
    void downRefusesConnectionsUntilItIsUpAgain() throws Exception {
        door.behave(Behaviour.ofSmtp("down"));

        assertThatThrownBy(() -> send("eve@guest.example", "lost", "", ""))
                .isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(java.net.ConnectException.class);

        door.behave(Behaviour.OK);
        send("eve@guest.example", "found", "", "");
        assertThat(postbox.list("")).extracting(ReceivedMessage::subject).containsExactly("found");
    }

    @Test
    void rejectAnswersWithTheCode() {
        door.behave(Behaviour.ofSmtp("reject:550"));

        assertThatThrownBy(() -> send("eve@guest.example", "no", "", ""))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("550 ");
        assertThat(postbox.list("")).isEmpty();
    }

    @Test
    void slowTakesItsTimeAndDelivers() throws Exception {
        door.behave(Behaviour.ofSmtp("slow:300"));

        var started = System.nanoTime();
        send("eve@guest.example", "late", "", "");

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThan(Duration.ofMillis(300));
        assertThat(postbox.list("")).hasSize(1);
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.localhost", "test");
        properties.put("mail.smtp.from", "invitations@beckon.example");
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("invitations@beckon.example", "Beckon"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(mail);
    }
}

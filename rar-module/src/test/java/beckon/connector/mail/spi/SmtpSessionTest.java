package beckon.connector.mail.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.MailAnswer.Outcome;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SmtpSession open(ScriptedSmtpServer server) throws ResourceException {
        return SmtpSession.open(MailFixtures.settings(server.port()));
    }

    private static SmtpSession openImpatiently(ScriptedSmtpServer server) throws ResourceException {
        return SmtpSession.open(MailFixtures.impatient(server.port()));
    }

    private static ScriptedSmtpServer answering(String command, String reply) throws IOException {
        return ScriptedSmtpServer.polite(
                (said, session) -> said.startsWith(command) ? reply : null);
    }

    @Test
    void manyMailsTravelInOneSession() throws Exception {
        try (ScriptedSmtpServer server = answering("nothing", "");
                SmtpSession session = open(server)) {
            for (int i = 0; i < 30; i++) {
                MailAnswer answer = session.send(MailFixtures.mail());

                assertThat(answer).isEqualTo(new MailAnswer(Outcome.ACCEPTED, 250, "2.0.0 taken"));
            }

            assertThat(server.sessions()).isEqualTo(1);
            assertThat(server.mails()).hasSize(30).allMatch(mail -> mail.contains("Message-ID:"));
            assertThat(server.commands()).contains("EHLO client.example");
        }
    }

    @Test
    void serverThatDoesNotPipelineGetsOneCommandAtATime() throws Exception {
        try (ScriptedSmtpServer server = answering("EHLO", "250 plain");
                SmtpSession session = open(server)) {
            session.send(MailFixtures.mail());
            session.send(MailFixtures.mail());

            assertThat(server.mails()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 421, UNREACHABLE",
        "RCPT, 421, UNREACHABLE",
        "'.', 421, UNREACHABLE",
        "MAIL, 450, LATER",
        "RCPT, 450, LATER",
        "'.', 450, LATER",
        "MAIL, 451, LATER",
        "RCPT, 451, LATER",
        "'.', 451, LATER",
        "MAIL, 452, LATER",
        "RCPT, 452, LATER",
        "'.', 452, LATER",
        "MAIL, 530, LATER",
        "MAIL, 550, REFUSED",
        "RCPT, 550, REFUSED",
        "'.', 550, REFUSED",
        "MAIL, 552, REFUSED",
        "RCPT, 552, REFUSED",
        "'.', 552, REFUSED",
        "DATA, 554, REFUSED",
        "RCPT, 554, REFUSED",
        "'.', 554, REFUSED"
    })
    void answerIsUnderstoodAtEveryStage(String command, int code, Outcome outcome)
            throws Exception {
        String reply = code + "-5.1.1 so it is,\r\n" + code + " sorry";
        try (ScriptedSmtpServer server = answering(command, reply);
                SmtpSession session = open(server)) {
            for (int i = 0; i < 3 && !session.isBroken(); i++) {
                MailAnswer answer = session.send(MailFixtures.mail());

                assertThat(answer)
                        .isEqualTo(new MailAnswer(outcome, code, "5.1.1 so it is, sorry"));
            }

            assertThat(session.isBroken()).isEqualTo(outcome == Outcome.UNREACHABLE);
        }
    }

    @Test
    void refusedRecipientDoesNotHinderTheNext() throws Exception {
        ScriptedSmtpServer.Script refusal =
                (said, session) -> said.startsWith("RCPT TO:<bad@") ? "550 unknown" : null;
        try (ScriptedSmtpServer server = ScriptedSmtpServer.polite(refusal);
                SmtpSession session = open(server)) {
            session.send(MailFixtures.mail());
            MailAnswer bad = session.send(MailFixtures.mailTo("bad@other.example"));

            assertThat(bad.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(server.mails()).as("nothing sent to nobody").hasSize(1);
        }
    }

    @Test
    void silentServerIsGivenUpInTime() throws Exception {
        try (ScriptedSmtpServer server = answering("", ScriptedSmtpServer.SILENCE)) {
            assertTimeoutPreemptively(
                    PATIENCE,
                    () ->
                            assertThatExceptionOfType(ResourceException.class)
                                    .isThrownBy(() -> openImpatiently(server))
                                    .withMessageContaining("no answer in time"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void hangAtAnyStageIsGivenUpInTime(String command) throws Exception {
        try (ScriptedSmtpServer server = answering(command, ScriptedSmtpServer.SILENCE);
                SmtpSession session = openImpatiently(server)) {
            MailAnswer answer =
                    assertTimeoutPreemptively(PATIENCE, () -> session.send(MailFixtures.mail()));

            assertThat(answer)
                    .isEqualTo(new MailAnswer(Outcome.UNREACHABLE, 0, "no answer in time"));
            assertThat(session.isBroken()).isTrue();
        }
    }

    @Test
    void tricklingServerIsGivenUpInTime() throws Exception {
        String forever = ScriptedSmtpServer.TRICKLE + "250 " + "x".repeat(200);
        try (ScriptedSmtpServer server = answering("MAIL", forever);
                SmtpSession session = openImpatiently(server)) {
            MailAnswer answer =
                    assertTimeoutPreemptively(PATIENCE, () -> session.send(MailFixtures.mail()));

            assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
        }
    }

    @Test
    void resetWhileSendingIsUnreachable() throws Exception {
        try (ScriptedSmtpServer server = answering("body", ScriptedSmtpServer.RESET);
                SmtpSession session = open(server)) {
            MailAnswer answer = session.send(MailFixtures.mail());

            assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void nobodyThereIsSaidInWords() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> SmtpSession.open(MailFixtures.settings(port)))
                .withMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 too many mails", ScriptedSmtpServer.HANG_UP})
    void sessionEndedByTheServerIsOpenedAgain(String farewell) throws Exception {
        boolean[] tired = {false};
        ScriptedSmtpServer.Script script =
                (said, session) ->
                        tired[0] && session == 1 && said.startsWith("MAIL") ? farewell : null;
        try (ScriptedSmtpServer server = ScriptedSmtpServer.polite(script);
                SmtpSession session = open(server)) {
            session.send(MailFixtures.mail());
            tired[0] = true;
            MailAnswer answer = session.send(MailFixtures.mail());

            assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(server.sessions()).isEqualTo(2);
            assertThat(server.mails()).hasSize(2);
        }
    }

    @Test
    void mailThatMayHaveBeenTakenIsNotSentAgainAtOnce() throws Exception {
        boolean[] tired = {false};
        ScriptedSmtpServer.Script script =
                (said, session) -> tired[0] && said.equals(".") ? ScriptedSmtpServer.HANG_UP : null;
        try (ScriptedSmtpServer server = ScriptedSmtpServer.polite(script);
                SmtpSession session = open(server)) {
            session.send(MailFixtures.mail());
            tired[0] = true;
            MailAnswer answer = session.send(MailFixtures.mail());

            assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(server.mails()).hasSize(2);
        }
    }
}

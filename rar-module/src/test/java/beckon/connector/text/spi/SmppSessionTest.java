package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextState;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppSessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SmppSession open(ScriptedMessageCentre centre) throws ResourceException {
        return SmppSession.open(TextFixtures.settings(centre.port()), new ReportInbox());
    }

    private static SmppSession openImpatiently(ScriptedMessageCentre centre)
            throws ResourceException {
        return SmppSession.open(TextFixtures.impatient(centre.port()), new ReportInbox());
    }

    private static TextAnswer send(SmppSession session, OutgoingText text) {
        return session.send(List.of(text)).get(0);
    }

    @Test
    void manyTextsTravelInOneSession() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            List<TextAnswer> answers = session.send(TextFixtures.texts(30));

            assertThat(answers)
                    .hasSize(30)
                    .allMatch(answer -> answer.outcome() == Outcome.ACCEPTED)
                    .allMatch(answer -> answer.code() == 0)
                    .flatMap(TextAnswer::messageIds)
                    .doesNotHaveDuplicates()
                    .hasSize(30);
            assertThat(centre.sessions()).isEqualTo(1);
            assertThat(centre.submitted())
                    .extracting(SmppSessionTest::words)
                    .containsExactlyElementsOf(
                            TextFixtures.texts(30).stream().map(OutgoingText::text).toList());
        }
    }

    private static String words(SubmitSm submitted) {
        return new String(submitted.getShortMessage(), StandardCharsets.US_ASCII);
    }

    @Test
    void numberSenderAndReferenceAreWhatTheyShouldBe() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            send(session, TextFixtures.text());

            SubmitSm submitted = centre.submitted().get(0);
            assertThat(submitted.getDestAddress()).isEqualTo("33612345678");
            assertThat(submitted.getDestAddrTon()).isEqualTo((byte) 1);
            assertThat(submitted.getDestAddrNpi()).isEqualTo((byte) 1);
            assertThat(submitted.getSourceAddr()).isEqualTo("Beckon");
            assertThat(submitted.getSourceAddrTon()).isEqualTo((byte) 5);
            assertThat(submitted.getRegisteredDelivery()).isEqualTo((byte) 1);
            assertThat(submitted.getDataCoding()).isEqualTo((byte) 0);
            assertThat(submitted.getOptionalParameters())
                    .containsExactly(new OptionalParameter.User_message_reference((short) 70_000));
        }
    }

    @Test
    void longTextTravelsInNumberedPartsOfOneReference() throws Exception {
        String words = "a".repeat(152) + "€" + "b".repeat(200);
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            TextAnswer answer = send(session, TextFixtures.text(words));

            assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(answer.messageIds()).containsExactly("m1", "m2", "m3");
            assertThat(centre.submitted())
                    .allMatch(submitted -> submitted.getEsmClass() == 0x40)
                    .extracting(submitted -> header(submitted.getShortMessage()))
                    .containsExactly(
                            List.of(5, 0, 3, 112, 3, 1),
                            List.of(5, 0, 3, 112, 3, 2),
                            List.of(5, 0, 3, 112, 3, 3));
            byte[] second = centre.submitted().get(1).getShortMessage();
            assertThat(second).hasSize(6 + 153).startsWith(5, 0, 3, 112, 3, 2, 0x1B, 0x65, 'b');
        }
    }

    private static List<Integer> header(byte[] message) {
        return List.of(
                (int) message[0],
                (int) message[1],
                (int) message[2],
                (int) message[3],
                (int) message[4],
                (int) message[5]);
    }

    @Test
    void emojiAtTheEdgeOfAPartArrivesWhole() throws Exception {
        String words = "я".repeat(66) + "👨‍👩‍👧‍👦" + "я".repeat(60);
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            send(session, TextFixtures.text(words));

            StringBuilder joined = new StringBuilder();
            for (SubmitSm submitted : centre.submitted()) {
                byte[] message = submitted.getShortMessage();
                assertThat(message.length).isLessThanOrEqualTo(140);
                assertThat(submitted.getDataCoding()).isEqualTo((byte) 8);
                joined.append(
                        new String(
                                Arrays.copyOfRange(message, 6, message.length),
                                StandardCharsets.UTF_16BE));
            }
            assertThat(joined).hasToString(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x08, LATER, system error (0x08)",
        "0x45, LATER, submission failed (0x45)",
        "0x64, LATER, not now (0x64)",
        "0x04, LATER, not bound for this (0x04)",
        "0x400, LATER, refused (0x400)",
        "0x0A, REFUSED, invalid sender (0x0A)",
        "0x0B, REFUSED, invalid number (0x0B)",
        "0x01, REFUSED, invalid message length (0x01)",
        "0x101, REFUSED, prohibited (0x101)"
    })
    void answerIsUnderstood(String status, Outcome outcome, String words) throws Exception {
        int code = Integer.decode(status);
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.answering(code);
                SmppSession session = open(centre)) {
            TextAnswer answer = send(session, TextFixtures.text());

            assertThat(answer).isEqualTo(new TextAnswer(outcome, code, words, List.of()));
            assertThat(session.isBroken()).isFalse();
            assertThat(centre.submitted()).hasSize(1);
        }
    }

    @Test
    void badNumberDoesNotHinderTheNext() throws Exception {
        ScriptedMessageCentre.Script script =
                (command, submitted, session) ->
                        submitted != null && submitted.getDestAddress().endsWith("13") ? 0x0B : 0;
        List<OutgoingText> texts =
                List.of(
                        new OutgoingText(1, "+33600000012", "a"),
                        new OutgoingText(2, "+33600000013", "b"),
                        new OutgoingText(3, "+33600000014", "c"));
        try (ScriptedMessageCentre centre = new ScriptedMessageCentre(script);
                SmppSession session = open(centre)) {
            assertThat(session.send(texts))
                    .extracting(TextAnswer::outcome)
                    .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.ACCEPTED);
        }
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotSent() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            List<TextAnswer> answers =
                    session.send(TextFixtures.texts(30), text -> text.reference() < 25);

            assertThat(answers.subList(0, 25))
                    .allMatch(answer -> answer.outcome() == Outcome.ACCEPTED);
            assertThat(answers.subList(25, 30))
                    .allMatch(answer -> answer.outcome() == Outcome.LATER);
            assertThat(centre.submitted()).hasSize(25);
        }
    }

    @Test
    void restOfATextThatIsRefusedIsNotSent() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.answering(0x0B);
                SmppSession session = open(centre)) {
            TextAnswer answer = send(session, TextFixtures.text("a".repeat(153 * 40)));

            assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(centre.submitted()).hasSize(TextFixtures.WINDOW);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x14})
    void tooFastIsSlowerAndAllArrive(int status) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ScriptedMessageCentre.Script script =
                (command, submitted, session) ->
                        submitted != null && asked.incrementAndGet() % 4 == 0 ? status : 0;
        try (ScriptedMessageCentre centre = new ScriptedMessageCentre(script);
                SmppSession session = open(centre)) {
            assertThat(session.send(TextFixtures.texts(20)))
                    .allMatch(answer -> answer.outcome() == Outcome.ACCEPTED);
            assertThat(session.isSlow()).isTrue();
            assertThat(centre.submitted()).hasSizeGreaterThan(20);
        }
    }

    @Test
    void whatIsTooFastForTooLongIsLeftForLater() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.answering(0x58);
                SmppSession session = openImpatiently(centre)) {
            List<TextAnswer> answers =
                    assertTimeoutPreemptively(PATIENCE, () -> session.send(TextFixtures.texts(30)));

            assertThat(answers)
                    .hasSize(30)
                    .allMatch(answer -> answer.outcome() == Outcome.LATER)
                    .first()
                    .isEqualTo(
                            new TextAnswer(
                                    Outcome.LATER,
                                    0x58,
                                    "too many texts at a time (0x58)",
                                    List.of()));
            assertThat(session.isBroken()).isFalse();
            assertThat(centre.submitted()).hasSizeLessThan(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ScriptedMessageCentre.SILENCE, ScriptedMessageCentre.HANG_UP})
    void textWithoutAnAnswerMayHaveBeenTaken(int behaviour) throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.answering(behaviour);
                SmppSession session = openImpatiently(centre)) {
            List<TextAnswer> answers =
                    assertTimeoutPreemptively(
                            PATIENCE,
                            () -> session.send(TextFixtures.texts(TextFixtures.WINDOW + 5)));

            assertThat(answers.subList(0, TextFixtures.WINDOW))
                    .allMatch(answer -> answer.outcome() == Outcome.UNKNOWN);
            assertThat(answers.subList(TextFixtures.WINDOW, answers.size()))
                    .as("surely not sent")
                    .allMatch(answer -> answer.outcome() == Outcome.UNREACHABLE);
            assertThat(session.isBroken()).isTrue();
        }
    }

    @Test
    void answersThatTrickleInAreNotWaitedForOneByOne() throws Exception {
        ScriptedMessageCentre.Script script =
                (command, submitted, session) -> {
                    LockSupport.parkNanos(
                            submitted == null ? 0 : TimeUnit.MILLISECONDS.toNanos(300));
                    return 0;
                };
        try (ScriptedMessageCentre centre = new ScriptedMessageCentre(script);
                SmppSession session = openImpatiently(centre)) {
            List<TextAnswer> answers = session.send(TextFixtures.texts(TextFixtures.WINDOW));

            assertThat(answers)
                    .extracting(TextAnswer::outcome)
                    .startsWith(Outcome.ACCEPTED)
                    .endsWith(Outcome.UNKNOWN);
        }
    }

    @Test
    void partsThatWereTakenAreNamedThoughTheTextIsInDoubt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ScriptedMessageCentre.Script script =
                (command, submitted, session) ->
                        submitted != null && asked.incrementAndGet() == 2
                                ? ScriptedMessageCentre.HANG_UP
                                : 0;
        try (ScriptedMessageCentre centre = new ScriptedMessageCentre(script);
                SmppSession session = open(centre)) {
            TextAnswer answer = send(session, TextFixtures.text("a".repeat(200)));

            assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(answer.messageIds()).containsExactly("m1");
        }
    }

    @ParameterizedTest
    @CsvSource({"8, -2, UNKNOWN", "-1, 11, REFUSED", "8, 11, REFUSED"})
    void whatIsFinalOrInDoubtCountsMoreThanWhatCanBeTriedAgain(
            int first, int second, Outcome outcome) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ScriptedMessageCentre.Script script =
                (command, submitted, session) -> {
                    if (submitted == null) {
                        return 0;
                    }
                    return asked.incrementAndGet() == 1 ? first : second;
                };
        try (ScriptedMessageCentre centre = new ScriptedMessageCentre(script);
                SmppSession session = openImpatiently(centre)) {
            assertThat(send(session, TextFixtures.text("a".repeat(200))).outcome())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void sessionThatTheMessageCentreHasEndedSendsNothing() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            centre.ask(SMPPConstant.CID_UNBIND);
            await().until(session::isBroken);

            TextAnswer answer = send(session, TextFixtures.text());

            assertThat(answer)
                    .isEqualTo(
                            new TextAnswer(
                                    Outcome.UNREACHABLE,
                                    0,
                                    "the message centre ended the session",
                                    List.of()));
            assertThat(centre.commands()).contains(SMPPConstant.CID_UNBIND_RESP);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x0D, bind failed (0x0D)",
        "0x0E, invalid password (0x0E)",
        "0x0F, invalid system id (0x0F)"
    })
    void refusedSignInIsSaidInWords(String status, String words) throws Exception {
        try (ScriptedMessageCentre centre =
                ScriptedMessageCentre.onCommand(
                        SMPPConstant.CID_BIND_TRANSCEIVER, Integer.decode(status))) {
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> open(centre))
                    .withMessageContaining("sign-in")
                    .withMessageContaining(words)
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void busyMessageCentreIsNoMatterOfSigningIn() throws Exception {
        try (ScriptedMessageCentre centre =
                ScriptedMessageCentre.onCommand(SMPPConstant.CID_BIND_TRANSCEIVER, 0x08)) {
            assertThatExceptionOfType(CommException.class)
                    .isThrownBy(() -> open(centre))
                    .withMessageContaining("system error (0x08)");
        }
    }

    @Test
    void silentMessageCentreIsGivenUpInTime() throws Exception {
        try (ScriptedMessageCentre centre =
                ScriptedMessageCentre.onCommand(
                        SMPPConstant.CID_BIND_TRANSCEIVER, ScriptedMessageCentre.SILENCE)) {
            assertTimeoutPreemptively(
                    PATIENCE,
                    () ->
                            assertThatExceptionOfType(CommException.class)
                                    .isThrownBy(() -> openImpatiently(centre))
                                    .withMessageContaining("no answer in time"));
        }
    }

    @Test
    void nobodyThereIsSaidInWords() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatExceptionOfType(CommException.class)
                .isThrownBy(() -> SmppSession.open(TextFixtures.settings(port), new ReportInbox()))
                .withMessageContaining("refused");
    }

    @Test
    void silenceIsFoundOutWithoutSending() throws Exception {
        try (ScriptedMessageCentre centre =
                        ScriptedMessageCentre.onCommand(
                                SMPPConstant.CID_ENQUIRE_LINK, ScriptedMessageCentre.SILENCE);
                SmppSession session =
                        SmppSession.open(
                                TextFixtures.settings(centre.port(), 300, 200),
                                new ReportInbox())) {
            await().atMost(PATIENCE).until(session::isBroken);

            assertThat(centre.commands()).contains(SMPPConstant.CID_ENQUIRE_LINK);
            assertThat(session.isAlive()).isFalse();
        }
    }

    @Test
    void quietSessionIsKeptAlive() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session =
                        SmppSession.open(
                                TextFixtures.settings(centre.port(), 5_000, 50),
                                new ReportInbox())) {
            await().atMost(PATIENCE).until(() -> centre.commands().size() > 4);

            assertThat(centre.commands()).endsWith(SMPPConstant.CID_ENQUIRE_LINK);
            assertThat(session.isAlive()).isTrue();
        }
    }

    @Test
    void messageCentreThatAsksIsAnswered() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            centre.ask(SMPPConstant.CID_ENQUIRE_LINK);
            centre.ask(SMPPConstant.CID_REPLACE_SM);

            await().until(() -> centre.commands().contains(SMPPConstant.CID_GENERIC_NACK));
            assertThat(centre.commands()).contains(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            assertThat(session.isBroken()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", "\0\0\0\u0010", "\0\0\0\u0004\0\0\0\0"})
    void nonsenseOnTheWireEndsTheSession(String nonsense) throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = openImpatiently(centre)) {
            centre.say(nonsense.getBytes(StandardCharsets.ISO_8859_1));

            await().atMost(PATIENCE).until(session::isBroken);
            assertThat(send(session, TextFixtures.text()).outcome()).isEqualTo(Outcome.UNREACHABLE);
        }
    }

    @Test
    void fateOfATextCanBeAsked() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            assertThat(session.query("m1"))
                    .contains(new DeliveryReport(List.of("m1"), TextState.DELIVERED, null, "", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"0x67", "0x0C"})
    void textThatTheMessageCentreDoesNotKnowIsUnknown(String status) throws Exception {
        try (ScriptedMessageCentre centre =
                        ScriptedMessageCentre.onCommand(
                                SMPPConstant.CID_QUERY_SM, Integer.decode(status));
                SmppSession session = open(centre)) {
            assertThat(session.query("m1"))
                    .hasValueSatisfying(
                            report -> assertThat(report.state()).isEqualTo(TextState.UNKNOWN));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ScriptedMessageCentre.SILENCE, 0x03})
    void messageCentreThatCannotBeAskedSaysNothing(int behaviour) throws Exception {
        try (ScriptedMessageCentre centre =
                        ScriptedMessageCentre.onCommand(SMPPConstant.CID_QUERY_SM, behaviour);
                SmppSession session = openImpatiently(centre)) {
            assertThat(session.query("m1")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0612345678", "+0612345678", "+33 6 12 34 56 78", "+3361234567890123"})
    void whatIsNoNumberInE164IsRefusedBeforeAnythingIsSent(String number) throws Exception {
        List<OutgoingText> texts =
                List.of(TextFixtures.text(), new OutgoingText(2, number, "Hello"));
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite();
                SmppSession session = open(centre)) {
            assertThatIllegalArgumentException().isThrownBy(() -> session.send(texts));
            assertThat(centre.submitted()).isEmpty();
            assertThat(session.isBroken()).isFalse();
        }
    }

    @Test
    void leavingIsPolite() throws Exception {
        try (ScriptedMessageCentre centre = ScriptedMessageCentre.polite()) {
            open(centre).close();

            await().until(() -> centre.commands().contains(SMPPConstant.CID_UNBIND));
        }
    }
}

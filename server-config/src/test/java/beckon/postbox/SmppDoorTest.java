package beckon.postbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppDoorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
    private static final int GSM_7 = 0;
    private static final int LATIN_1 = 3;
    private static final int UCS_2 = 8;
    private static final int WITH_HEADER = 0x40;

    private final Postbox postbox = new Postbox(3, 100_000);
    private final List<DeliverSm> receipts = new CopyOnWriteArrayList<>();
    private final List<SMPPSession> sessions = new ArrayList<>();
    private SmppDoor door;
    private volatile int refusedReceipts;

    @BeforeEach
    void openOnAnyFreePort() {
        door = new SmppDoor(0, postbox, Clock.fixed(NOW, ZoneOffset.UTC));
        door.open();
    }

    @AfterEach
    void close() {
        sessions.forEach(SMPPSession::close);
        door.close();
    }

    private SMPPSession bound() throws IOException {
        return bound(door.port());
    }

    private SMPPSession bound(int port) throws IOException {
        var session = new SMPPSession();
        session.setMessageReceiverListener(new Receiver());
        session.setTransactionTimer(10_000);
        sessions.add(session);
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        "beckon",
                        "secret",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""));
        return session;
    }

    private static String submit(
            SMPPSession session,
            int esmClass,
            int coding,
            byte[] message,
            OptionalParameter... parameters)
            throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Beckon",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "33612345678",
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        "",
                        "",
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding((byte) coding),
                        (byte) 0,
                        message,
                        parameters)
                .getMessageId();
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    private static byte[] joined(byte[] header, String text, int... further) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(header);
        message.writeBytes(utf16(text));
        for (var octet : further) {
            message.write(octet);
        }
        return message.toByteArray();
    }

    @Test
    void textIsShownAsAPhoneShowsIt() throws Exception {
        // H, i, space, @, é, extension: €, [
        byte[] message = {0x48, 0x69, 0x20, 0x00, 0x05, 0x1B, 0x65, 0x1B, 0x3C};

        submit(bound(), 0, GSM_7, message);

        var text = postbox.list("+33612345678").get(0);
        assertThat(text.text()).isEqualTo("Hi @é€[");
        assertThat(text.channel()).isEqualTo(ReceivedMessage.Channel.TEXT);
        assertThat(text.from()).isEqualTo("Beckon");
        assertThat(text.to()).isEqualTo("+33612345678");
        assertThat(text.encoding()).isEqualTo("GSM-7");
        assertThat(text.segments()).isEqualTo(1);
        assertThat(text.receivedAt()).isEqualTo(NOW);
        assertThat(text.source()).contains("data_coding=0", "48 69 20 00 05 1b 65 1b 3c");
    }

    @Test
    void otherEncodingsAreReadToo() throws Exception {
        var session = bound();
        submit(session, 0, UCS_2, utf16("Zoé 👨‍👩‍👧‍👦"));
        submit(session, 0, LATIN_1, "Zoé".getBytes(StandardCharsets.ISO_8859_1));
        submit(session, 0, 4, new byte[] {1, (byte) 0xFE});

        assertThat(postbox.list(""))
                .extracting(ReceivedMessage::text)
                .containsExactly("01 fe", "Zoé", "Zoé 👨‍👩‍👧‍👦");
    }

    @Test
    void partsAreJoinedInWhateverOrderTheyCome() throws Exception {
        var session = bound();
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {5, 0, 3, -7, 3, 3}, "trois"));
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {5, 0, 3, -7, 3, 1}, "un, "));
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {5, 0, 3, -6, 3, 2}, "stranger"));
        assertThat(postbox.list("")).isEmpty();
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {5, 0, 3, -7, 3, 2}, "deux, "));

        assertThat(postbox.list(""))
                .singleElement()
                .satisfies(
                        text -> {
                            assertThat(text.text()).isEqualTo("un, deux, trois");
                            assertThat(text.segments()).isEqualTo(3);
                        });
    }

    @Test
    void characterThatWasCutInTwoIsWholeAgain() throws Exception {
        var session = bound();
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {5, 0, 3, 1, 2, 1}, "", 0xD8, 0x3D));
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {5, 0, 3, 1, 2, 2}, "", 0xDE, 0x00));

        assertThat(postbox.list("")).extracting(ReceivedMessage::text).containsExactly("😀");
    }

    @Test
    void longReferencesAndParametersJoinToo() throws Exception {
        var session = bound();
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {6, 8, 4, 1, 2, 2, 1}, "a"));
        submit(session, WITH_HEADER, UCS_2, joined(new byte[] {6, 8, 4, 1, 2, 2, 2}, "b"));
        for (byte number = 1; number <= 2; number++) {
            submit(
                    session,
                    0,
                    GSM_7,
                    new byte[] {(byte) ('0' + number)},
                    new OptionalParameter.Sar_msg_ref_num((short) 40_000),
                    new OptionalParameter.Sar_total_segments((byte) 2),
                    new OptionalParameter.Sar_segment_seqnum(number));
        }

        assertThat(postbox.list("")).extracting(ReceivedMessage::text).containsExactly("12", "ab");
    }

    @Test
    void headerThatLiesIsNoHarm() throws Exception {
        submit(bound(), WITH_HEADER, GSM_7, new byte[] {120, 0, 3, 1, 2, 1});

        assertThat(postbox.list("")).singleElement().matches(text -> text.text().isEmpty());
    }

    @Test
    void receiptFollowsAndTheTextCanBeAskedAbout() throws Exception {
        var session = bound();
        var id =
                submit(
                        session,
                        0,
                        GSM_7,
                        new byte[] {0x48},
                        new OptionalParameter.User_message_reference((short) 7));

        await().until(() -> receipts.size() == 1);

        var receipt = receipts.get(0);
        var words = new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
        assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
        assertThat(receipt.getSourceAddr()).isEqualTo("33612345678");
        assertThat(words).startsWith("id:" + id + " ").contains("stat:DELIVRD");
        assertThat(receipt.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID)).isNotNull();
        assertThat(receipt.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE))
                .isEqualTo(new OptionalParameter.User_message_reference((short) 7));
        assertThat(ask(session, id)).isEqualTo(MessageState.DELIVERED);
        assertThatExceptionOfType(NegativeResponseException.class)
                .isThrownBy(() -> ask(session, "nobody's"))
                .matches(refusal -> refusal.getCommandStatus() == 0x67);
    }

    private static MessageState ask(SMPPSession session, String id) throws Exception {
        return session.queryShortMessage(
                        id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "")
                .getMessageState();
    }

    @Test
    void receiptThatNobodyTakesComesAgain() throws Exception {
        refusedReceipts = 1;
        submit(bound(), 0, GSM_7, new byte[] {0x48});

        await().atMost(Duration.ofSeconds(20)).until(() -> receipts.size() == 1);

        assertThat(refusedReceipts).isZero();
    }

    @Test
    void downRefusesConnectionsUntilItIsUpAgain() throws Exception {
        var port = door.port();
        var session = bound();
        door.behave(Behaviour.ofSmpp("down"));

        await().until(() -> !session.getSessionState().isBound());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bound(port));

        door.behave(Behaviour.OK);
        submit(bound(), 0, GSM_7, new byte[] {0x48});
        assertThat(postbox.list("")).hasSize(1);
    }

    @Test
    void rejectAnswersWithTheCode() throws Exception {
        var session = bound();
        door.behave(Behaviour.ofSmpp("reject:0x58"));

        assertThatExceptionOfType(NegativeResponseException.class)
                .isThrownBy(() -> submit(session, 0, GSM_7, new byte[] {0x48}))
                .matches(refusal -> refusal.getCommandStatus() == 0x58);
        assertThat(postbox.list("")).isEmpty();
    }

    @Test
    void whatIsAnsweredOnAPhoneGoesToWhoeverIsBound() throws Exception {
        assertThat(door.deliver("+33612345678", "STOP")).as("nobody is bound").isFalse();
        bound();

        await().until(() -> door.deliver("+33612345678", "STOP"));

        await().until(() -> receipts.size() == 1);
        var answer = receipts.get(0);
        assertThat(answer.getSourceAddr()).isEqualTo("33612345678");
        assertThat(answer.getEsmClass()).isZero();
        assertThat(new String(answer.getShortMessage(), StandardCharsets.US_ASCII))
                .isEqualTo("STOP");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> door.deliver("0612345678", "STOP"));
    }

    @Test
    void slowTakesItsTimeAndDelivers() throws Exception {
        var session = bound();
        door.behave(Behaviour.ofSmpp("slow:300"));

        var started = System.nanoTime();
        submit(session, 0, GSM_7, new byte[] {0x48});

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThan(Duration.ofMillis(300));
        assertThat(postbox.list("")).hasSize(1);
    }

    private final class Receiver implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm receipt) throws ProcessRequestException {
            if (refusedReceipts > 0) {
                refusedReceipts--;
                throw new ProcessRequestException("not now", 0x64);
            }
            receipts.add(receipt);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) {
            throw new UnsupportedOperationException();
        }
    }
}

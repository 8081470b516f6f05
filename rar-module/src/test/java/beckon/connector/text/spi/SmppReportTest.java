package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.TextState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsmpp.PDUException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppReportTest {

    private static final byte REPORT = 0x04;

    private static Optional<DeliveryReport> read(
            int esmClass, String words, OptionalParameter... parameters) throws PDUException {
        return SmppReport.read(
                new DefaultComposer()
                        .deliverSm(
                                1,
                                "",
                                (byte) 1,
                                (byte) 1,
                                "33612345678",
                                (byte) 5,
                                (byte) 0,
                                "Beckon",
                                (byte) esmClass,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                words.getBytes(StandardCharsets.ISO_8859_1),
                                parameters));
    }

    private static DeliveryReport report(String words, OptionalParameter... parameters)
            throws PDUException {
        return read(REPORT, words, parameters).orElseThrow();
    }

    @Test
    void usualWordsAreUnderstood() throws Exception {
        DeliveryReport report =
                report(
                        "id:kannel-7f sub:001 dlvrd:001 submit date:2603011015"
                                + " done date:2603011016 stat:DELIVRD err:000 text:Anna invites y");

        assertThat(report)
                .isEqualTo(
                        new DeliveryReport(
                                List.of("kannel-7f"),
                                TextState.DELIVERED,
                                null,
                                "33612345678",
                                ""));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "DELIVERED, DELIVERED",
        "EXPIRED, EXPIRED",
        "DELETED, DELETED",
        "UNDELIV, UNDELIVERABLE",
        "UNDELIVERABLE, UNDELIVERABLE",
        "FAILED, UNDELIVERABLE",
        "REJECTD, REJECTED",
        "REJECTED, REJECTED",
        "rejectd, REJECTED",
        "ACCEPTD, UNDER_WAY",
        "ENROUTE, UNDER_WAY",
        "BUFFRED, UNKNOWN",
        "UNKNOWN, UNKNOWN",
        "what, UNKNOWN"
    })
    void stateIsReadFromTheWords(String said, TextState state) throws Exception {
        assertThat(report("id:1a stat:" + said + " err:000").state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNDER_WAY",
        "2, DELIVERED",
        "3, EXPIRED",
        "4, DELETED",
        "5, UNDELIVERABLE",
        "6, UNDER_WAY",
        "7, UNKNOWN",
        "8, REJECTED",
        "99, UNKNOWN"
    })
    void parametersCountMoreThanWords(byte number, TextState state) throws Exception {
        DeliveryReport report =
                report(
                        "id:9 stat:ENROUTE err:034",
                        new OptionalParameter.Receipted_message_id("1A2B"),
                        new OptionalParameter.Message_state(number));

        assertThat(report.messageIds()).containsExactly("1A2B");
        assertThat(report.state()).isEqualTo(state);
        assertThat(report.error()).isEqualTo("034");
    }

    @Test
    void reportWithoutWordsIsUnderstood() throws Exception {
        DeliveryReport report =
                report(
                        "",
                        new OptionalParameter.Receipted_message_id("7"),
                        new OptionalParameter.Message_state((byte) 2),
                        new OptionalParameter.User_message_reference((short) 40_000));

        assertThat(report)
                .isEqualTo(
                        new DeliveryReport(
                                List.of("7"), TextState.DELIVERED, 40_000, "33612345678", ""));
    }

    @Test
    void longReportInThePayloadIsUnderstood() throws Exception {
        byte[] payload = "id:77 stat:EXPIRED err:001".getBytes(StandardCharsets.US_ASCII);

        DeliveryReport report = report("", new OptionalParameter.Message_payload(payload));

        assertThat(report.state()).isEqualTo(TextState.EXPIRED);
        assertThat(report.messageIds()).startsWith("77");
    }

    @Test
    void idIsSpeltInTheOtherFiguresToo() throws Exception {
        assertThat(report("id:0000004779 stat:DELIVRD").messageIds())
                .startsWith("0000004779", "4779")
                .contains("12AB", "12ab", "000012AB");
        assertThat(report("id:12AB stat:DELIVRD").messageIds())
                .startsWith("12AB")
                .contains("4779", "0000004779");
    }

    @Test
    void idThatIsNoNumberIsSpeltOneWay() throws Exception {
        assertThat(report("id:7f0c-11ee-xyz stat:DELIVRD").messageIds())
                .containsExactly("7f0c-11ee-xyz");
    }

    @Test
    void answerFromAPhoneIsNoReport() throws Exception {
        assertThat(read(0, "id:1 stat:DELIVRD")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "stat:DELIVRD"})
    void reportAboutNothingIsNone(String words) throws Exception {
        assertThat(read(REPORT, words)).isEmpty();
    }
}

package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.connector.text.IncomingText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsmpp.PDUException;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppIncomingTest {

    private static final byte REPORT = 0x04;
    private static final byte WITH_HEADER = 0x40;
    private static final byte LATIN_1 = 3;
    private static final byte UCS_2 = 8;

    private static Optional<IncomingText> read(
            int kind, String from, int esmClass, int coding, byte[] words) throws PDUException {
        return SmppIncoming.read(
                new DefaultComposer()
                        .deliverSm(
                                1,
                                "",
                                (byte) kind,
                                (byte) 1,
                                from,
                                (byte) 3,
                                (byte) 0,
                                "12345",
                                (byte) esmClass,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) coding,
                                words));
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 33612345678, +33612345678",
        "0, 33612345678, 33612345678",
        "0, 0612345678, 0612345678",
        "0, +33612345678, +33612345678",
        "1, +33612345678, +33612345678",
        "2, 0612345678, 0612345678",
        "2, 612345678, 612345678",
        "0, 36184, ''",
        "5, Acme, ''",
        "3, 36184, ''"
    })
    void numberIsToldAsFarAsItIsSaid(int kind, String from, String number) throws Exception {
        assertThat(read(kind, from, 0, 0, ascii("STOP")))
                .contains(new IncomingText(number, "STOP"));
    }

    @Test
    void alphabetsAreTold() throws Exception {
        byte[] wide = "ARRÊT 🎉".getBytes(StandardCharsets.UTF_16BE);
        byte[] latin = "ARRÊT".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(1, "33612345678", 0, UCS_2, wide).orElseThrow().text())
                .isEqualTo("ARRÊT 🎉");
        assertThat(read(1, "33612345678", 0, LATIN_1, latin).orElseThrow().text())
                .isEqualTo("ARRÊT");
    }

    @Test
    void headerIsNoPartOfTheText() throws Exception {
        byte[] words = new byte[10];
        words[0] = 5;
        System.arraycopy(ascii("STOP"), 0, words, 6, 4);

        assertThat(read(1, "33612345678", WITH_HEADER, 0, words).orElseThrow().text())
                .isEqualTo("STOP");
    }

    @Test
    void headerLongerThanTheTextIsRubbish() throws Exception {
        assertThat(read(1, "33612345678", WITH_HEADER, 0, new byte[] {40, 1, 2})).isEmpty();
    }

    @Test
    void reportIsNoText() throws Exception {
        assertThat(read(1, "33612345678", REPORT, 0, ascii("id:1 stat:DELIVRD"))).isEmpty();
    }
}

package beckon.connector.text.spi;

import beckon.connector.text.IncomingText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * Reads what people answer; good enough for a word such as STOP.
 *
 * <p>The default alphabet is read as Latin 1, which has the same letters without accents.
 */
final class SmppIncoming {

    private static final Pattern WHOLE = Pattern.compile("\\+?([1-9]\\d{6,14})");
    private static final Pattern PART = Pattern.compile("\\d{7,15}");
    private static final int TYPE_BITS = 0x3C;
    private static final int WITH_HEADER = 0x40;
    private static final int CODING_BITS = 0x0C;
    private static final int WIDE = 0x08;
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();

    private SmppIncoming() {}

    /** Reads what was delivered to us; nothing if it is no text from a phone. */
    static Optional<IncomingText> read(byte[] pdu) {
        try {
            DeliverSm delivered = DECOMPOSER.deliverSm(pdu);
            if ((delivered.getEsmClass() & TYPE_BITS) != 0) {
                return Optional.empty();
            }
            return Optional.of(new IncomingText(number(delivered), words(delivered)));
        } catch (PDUException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String number(DeliverSm delivered) {
        String written = String.valueOf(delivered.getSourceAddr());
        byte type = delivered.getSourceAddrTon();
        var whole = WHOLE.matcher(written);
        if (written.startsWith("+") || type == TypeOfNumber.INTERNATIONAL.value()) {
            return whole.matches() ? "+" + whole.group(1) : "";
        }
        boolean phone =
                type == TypeOfNumber.UNKNOWN.value() || type == TypeOfNumber.NATIONAL.value();
        return phone && PART.matcher(written).matches() ? written : "";
    }

    private static String words(DeliverSm delivered) {
        byte[] octets = delivered.getShortMessage();
        if (octets == null) {
            return "";
        }
        int begin = (delivered.getEsmClass() & WITH_HEADER) == 0 ? 0 : 1 + octets[0];
        Charset charset =
                (delivered.getDataCoding() & CODING_BITS) == WIDE
                        ? StandardCharsets.UTF_16BE
                        : StandardCharsets.ISO_8859_1;
        return new String(octets, begin, octets.length - begin, charset);
    }
}

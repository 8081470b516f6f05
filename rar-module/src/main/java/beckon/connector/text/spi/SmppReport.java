package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.TextState;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * Reads delivery reports, of which there are as many kinds as message centres.
 *
 * <p>What stands in optional parameters counts; what does not is looked for in the words (SMPP 3.4,
 * appendix B).
 */
final class SmppReport {

    private static final Pattern ID = field("id");
    private static final Pattern STATE = field("stat");
    private static final Pattern ERROR = field("err");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}");
    private static final Pattern HEXADECIMAL = Pattern.compile("\\p{XDigit}{1,16}");
    private static final int TYPE_BITS = 0x3C;
    private static final int FINAL = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();

    private SmppReport() {}

    private static Pattern field(String name) {
        return Pattern.compile("\\b" + name + ":\\s*([^\\s]+)", Pattern.CASE_INSENSITIVE);
    }

    /** Reads what was delivered to us; nothing if it is no report about a text. */
    static Optional<DeliveryReport> read(byte[] pdu) {
        DeliverSm delivered;
        try {
            delivered = DECOMPOSER.deliverSm(pdu);
        } catch (PDUException e) {
            return Optional.empty();
        }
        String words = words(delivered);
        String parameter = text(delivered.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID));
        if (parameter == null && !isReport(delivered)) {
            return Optional.empty();
        }
        String id = parameter == null ? find(ID, words) : parameter;
        if (id == null) {
            return Optional.empty();
        }
        String error = find(ERROR, words);
        return Optional.of(
                new DeliveryReport(
                        parameter == null ? spellings(id) : List.of(id),
                        state(delivered, words),
                        reference(delivered),
                        delivered.getSourceAddr() == null ? "" : delivered.getSourceAddr(),
                        error == null || error.matches("0*") ? "" : error));
    }

    private static boolean isReport(DeliverSm delivered) {
        int type = delivered.getEsmClass() & TYPE_BITS;
        return type == FINAL || type == INTERMEDIATE;
    }

    private static String words(DeliverSm delivered) {
        byte[] words = delivered.getShortMessage();
        if (words == null || words.length == 0) {
            OptionalParameter payload = delivered.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
            words =
                    payload instanceof OptionalParameter.OctetString octets
                            ? octets.getValue()
                            : new byte[0];
        }
        return new String(words, StandardCharsets.ISO_8859_1);
    }

    private static String text(OptionalParameter parameter) {
        return parameter instanceof OptionalParameter.COctetString text
                        && !text.getValueAsString().isEmpty()
                ? text.getValueAsString()
                : null;
    }

    private static Integer reference(DeliverSm delivered) {
        return delivered.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE)
                        instanceof OptionalParameter.Short number
                ? Short.toUnsignedInt(number.getValue())
                : null;
    }

    private static TextState state(DeliverSm delivered, String words) {
        if (delivered.getOptionalParameter(Tag.MESSAGE_STATE)
                instanceof OptionalParameter.Byte state) {
            return state(state.getValue());
        }
        String said = find(STATE, words);
        return said == null ? TextState.UNKNOWN : state(said.toUpperCase(Locale.ROOT));
    }

    /** What a number in a parameter or in an answer to a query means. */
    static TextState state(byte number) {
        return switch (number) {
            case 0, 1, 6 -> TextState.UNDER_WAY;
            case 2 -> TextState.DELIVERED;
            case 3 -> TextState.EXPIRED;
            case 4 -> TextState.DELETED;
            case 5 -> TextState.UNDELIVERABLE;
            case 8, 9 -> TextState.REJECTED;
            default -> TextState.UNKNOWN;
        };
    }

    private static TextState state(String said) {
        // seven letters, says the standard; some write the whole word
        return switch (said.length() > 5 ? said.substring(0, 5) : said) {
            case "DELIV" -> TextState.DELIVERED;
            case "EXPIR" -> TextState.EXPIRED;
            case "DELET" -> TextState.DELETED;
            case "UNDEL", "FAILE" -> TextState.UNDELIVERABLE;
            case "REJEC", "REJCT", "SKIPP" -> TextState.REJECTED;
            case "ACCEP", "ENROU", "BUFFE", "SCHED" -> TextState.UNDER_WAY;
            default -> TextState.UNKNOWN;
        };
    }

    /** The id as it is, then as it would be in the other figures. */
    private static List<String> spellings(String id) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(id);
        spellings.add(withoutZeros(id));
        if (DECIMAL.matcher(id).matches()) {
            String hexadecimal = new BigInteger(id).toString(16);
            spellings.add(hexadecimal.toUpperCase(Locale.ROOT));
            spellings.add(hexadecimal);
            String padded = "0".repeat(Math.max(0, 8 - hexadecimal.length())) + hexadecimal;
            spellings.add(padded.toUpperCase(Locale.ROOT));
            spellings.add(padded);
        }
        if (HEXADECIMAL.matcher(id).matches()) {
            String decimal = new BigInteger(id, 16).toString();
            spellings.add(decimal);
            spellings.add("0".repeat(Math.max(0, 10 - decimal.length())) + decimal);
        }
        return new ArrayList<>(spellings);
    }

    private static String withoutZeros(String id) {
        String stripped = id.replaceFirst("^0+", "");
        return stripped.isEmpty() ? id : stripped;
    }

    private static String find(Pattern field, String words) {
        Matcher matcher = field.matcher(words);
        return matcher.find() ? matcher.group(1) : null;
    }
}

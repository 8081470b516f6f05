package beckon.postbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/**
 * One message of a text, taken out of what the client submitted.
 *
 * @param reference the same for all parts of a text
 * @param of how many parts
 * @param number from 1
 * @param coding how the octets are to be read
 * @param source as it came, in octets
 */
record TextPart(
        String from,
        String to,
        int reference,
        int of,
        int number,
        byte coding,
        byte[] octets,
        String source) {

    private static final int WITH_HEADER = 0x40;
    private static final int INTERNATIONAL = 1;
    private static final HexFormat OCTETS = HexFormat.ofDelimiter(" ");

    static TextPart read(SubmitSm submitted) {
        var message = message(submitted);
        var joint = Joint.ALONE;
        var header = 0;
        if ((submitted.getEsmClass() & WITH_HEADER) != 0 && message.length > 0) {
            header = 1 + (message[0] & 0xFF);
            joint = Joint.inHeader(message, header);
        } else if (submitted.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS) != null) {
            joint = Joint.inParameters(submitted);
        }
        var body = Arrays.copyOfRange(message, Math.min(header, message.length), message.length);
        return new TextPart(
                address(submitted.getSourceAddrTon(), submitted.getSourceAddr()),
                address(submitted.getDestAddrTon(), submitted.getDestAddress()),
                joint.reference,
                joint.of,
                joint.number,
                submitted.getDataCoding(),
                body,
                source(submitted, message));
    }

    private static byte[] message(SubmitSm submitted) {
        var octets = submitted.getShortMessage();
        return octets.length == 0
                        && submitted.getOptionalParameter(Tag.MESSAGE_PAYLOAD)
                                instanceof OptionalParameter.OctetString payload
                ? payload.getValue()
                : octets;
    }

    private static String address(byte type, String digits) {
        var written = digits == null ? "" : digits;
        return type == INTERNATIONAL && !written.startsWith("+") ? "+" + written : written;
    }

    /** How the characters travelled, as a person reads it. */
    String encoding() {
        return switch (coding) {
            case 0 -> "GSM-7";
            case 1 -> "ASCII";
            case 3 -> "Latin-1";
            case 8 -> "UCS-2";
            default -> "data coding " + (coding & 0xFF);
        };
    }

    /** Reads parts as a phone does: joined first, because some are cut within a character. */
    static String characters(List<TextPart> parts) {
        var joined = new ByteArrayOutputStream();
        parts.forEach(part -> joined.writeBytes(part.octets));
        return characters(parts.get(0).coding, joined.toByteArray());
    }

    private static String characters(byte coding, byte[] octets) {
        return switch (coding) {
            case 0 -> Gsm7.decode(octets);
            case 1 -> new String(octets, StandardCharsets.US_ASCII);
            case 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 8 -> new String(octets, StandardCharsets.UTF_16BE);
            default -> OCTETS.formatHex(octets);
        };
    }

    private static String source(SubmitSm submitted, byte[] message) {
        return String.format(
                "submit_sm esm_class=0x%02X registered_delivery=%d data_coding=%d sm_length=%d%n%s",
                submitted.getEsmClass(),
                submitted.getRegisteredDelivery(),
                submitted.getDataCoding(),
                message.length,
                OCTETS.formatHex(message));
    }

    /** Which text it belongs to. */
    private record Joint(int reference, int of, int number) {

        private static final Joint ALONE = new Joint(0, 1, 1);
        private static final int SHORT_REFERENCE = 0x00;
        private static final int LONG_REFERENCE = 0x08;

        static Joint inHeader(byte[] message, int end) {
            for (int at = 1; at + 1 < end && end <= message.length; at += 2 + message[at + 1]) {
                if (message[at] == SHORT_REFERENCE && message[at + 1] == 3) {
                    return new Joint(
                            message[at + 2] & 0xFF, message[at + 3] & 0xFF, message[at + 4] & 0xFF);
                }
                if (message[at] == LONG_REFERENCE && message[at + 1] == 4) {
                    return new Joint(
                            (message[at + 2] & 0xFF) << 8 | message[at + 3] & 0xFF,
                            message[at + 4] & 0xFF,
                            message[at + 5] & 0xFF);
                }
            }
            return ALONE;
        }

        static Joint inParameters(SubmitSm submitted) {
            return new Joint(
                    number(submitted, Tag.SAR_MSG_REF_NUM),
                    number(submitted, Tag.SAR_TOTAL_SEGMENTS),
                    number(submitted, Tag.SAR_SEGMENT_SEQNUM));
        }

        private static int number(SubmitSm submitted, Tag tag) {
            var parameter = submitted.getOptionalParameter(tag);
            if (parameter instanceof OptionalParameter.Short two) {
                return Short.toUnsignedInt(two.getValue());
            }
            return parameter instanceof OptionalParameter.Byte one
                    ? Byte.toUnsignedInt(one.getValue())
                    : 0;
        }
    }
}

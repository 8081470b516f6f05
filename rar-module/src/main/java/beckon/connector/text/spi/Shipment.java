package beckon.connector.text.spi;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.Segments;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsmpp.PDUException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.util.PDUComposer;

/** A text on its way in SMPP, and what has become of it so far. */
final class Shipment {

    private static final byte WITH_HEADER = 0x40;
    private static final byte GSM_7 = 0;
    private static final byte UCS_2 = 8;
    private static final int HEADER = 6;
    private static final String NONE = "";

    private final OutgoingText text;
    private final SmppAddress sender;
    private final SmppAddress phone;
    private final Segments segments;
    private final String[] messageIds;
    private int accepted;
    private int warning;
    private TextAnswer failure;

    Shipment(OutgoingText text, SmppAddress sender) {
        this.text = text;
        this.sender = sender;
        this.phone = SmppAddress.ofPhone(text.to());
        this.segments = Segments.of(text.text());
        this.messageIds = new String[segments.count()];
    }

    List<Part> parts() {
        return IntStream.range(0, segments.count()).mapToObj(this::part).toList();
    }

    private Part part(int number) {
        byte[] characters = segments.encoding().encode(segments.parts().get(number));
        if (segments.count() == 1) {
            return new Part(this, number, characters);
        }
        byte[] message = new byte[HEADER + characters.length];
        // user data header (3GPP TS 23.040, 9.2.3.24.1): joined, which text, of how many, which one
        message[0] = HEADER - 1;
        message[1] = 0;
        message[2] = 3;
        message[3] = (byte) text.reference();
        message[4] = (byte) segments.count();
        message[5] = (byte) (number + 1);
        System.arraycopy(characters, 0, message, HEADER, characters.length);
        return new Part(this, number, message);
    }

    private byte[] compose(PDUComposer composer, int sequence, byte[] message) throws PDUException {
        return composer.submitSm(
                sequence,
                NONE,
                sender.type().value(),
                sender.plan().value(),
                sender.digits(),
                phone.type().value(),
                phone.plan().value(),
                phone.digits(),
                segments.count() == 1 ? 0 : WITH_HEADER,
                (byte) 0,
                (byte) 0,
                NONE,
                NONE,
                SMSCDeliveryReceipt.SUCCESS_FAILURE.value(),
                (byte) 0,
                segments.encoding() == TextEncoding.UCS_2 ? UCS_2 : GSM_7,
                (byte) 0,
                message,
                new OptionalParameter.User_message_reference((short) text.reference()));
    }

    OutgoingText text() {
        return text;
    }

    boolean isLost() {
        return failure != null;
    }

    void accept(Part part, String messageId) {
        messageIds[part.number] = messageId;
        accepted++;
    }

    /** Notes why it has to go again. */
    void warn(int status) {
        warning = status;
    }

    /** Gives it up for now. */
    void delay() {
        String words = warning == 0 ? "the message centre was too slow" : SmppStatus.words(warning);
        fail(Outcome.LATER, warning, words);
    }

    /** Gives it up; what is final, or not known, counts more than what can be tried again. */
    void fail(Outcome outcome, int status, String words) {
        if (failure == null || weight(outcome) > weight(failure.outcome())) {
            failure = new TextAnswer(outcome, status, words, List.of());
        }
    }

    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, LATER, UNREACHABLE -> 0;
            case UNKNOWN -> 1;
            case REFUSED -> 2;
        };
    }

    TextAnswer answer() {
        List<String> ids = new ArrayList<>(messageIds.length);
        for (String id : messageIds) {
            if (id != null && !id.isEmpty()) {
                ids.add(id);
            }
        }
        return accepted == messageIds.length
                ? new TextAnswer(Outcome.ACCEPTED, 0, "accepted", ids)
                : new TextAnswer(failure.outcome(), failure.code(), failure.words(), ids);
    }

    /** What goes out as one message. */
    static final class Part {

        private final Shipment shipment;
        private final int number;
        private final byte[] message;

        private Part(Shipment shipment, int number, byte[] message) {
            this.shipment = shipment;
            this.number = number;
            this.message = message;
        }

        Shipment shipment() {
            return shipment;
        }

        boolean isFirst() {
            return number == 0;
        }

        byte[] compose(PDUComposer composer, int sequence) throws PDUException {
            return shipment.compose(composer, sequence, message);
        }
    }
}

package beckon.connector.text;

import java.util.List;

/**
 * What the message centre said to one text, or what kept us from asking.
 *
 * @param outcome what it means for this text
 * @param code the SMPP command status or the HTTP status; 0 if there was no trouble or no answer
 * @param words the answer or the trouble in words, one line, without numbers of ours
 * @param messageIds what the message centre calls it, one for each part that it has taken; whole
 *     only if the text was accepted
 */
public record TextAnswer(Outcome outcome, int code, String words, List<String> messageIds) {

    public TextAnswer {
        messageIds = List.copyOf(messageIds);
    }

    /** What an answer means. */
    public enum Outcome {
        /** The message centre has taken responsibility for all parts. */
        ACCEPTED,
        /** Too fast, a full queue, or trouble of its own: later. */
        LATER,
        /** It will never take this text: a bad number, as a rule. */
        REFUSED,
        /** Not reached, and surely not sent: later, and so are the next ones. */
        UNREACHABLE,
        /** Sent, but no answer came: it may have been taken. Look it up, repeat it once at most. */
        UNKNOWN
    }
}

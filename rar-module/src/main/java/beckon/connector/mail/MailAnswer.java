package beckon.connector.mail;

/**
 * What the mail server said to one mail, or what kept us from asking.
 *
 * @param outcome what it means for this mail
 * @param code the SMTP reply code; 0 if there was no reply
 * @param words the reply or the trouble in words, one line, without addresses of ours
 */
public record MailAnswer(Outcome outcome, int code, String words) {

    /** What an answer means. */
    public enum Outcome {
        /** 2xx after the data: the server has taken responsibility. */
        ACCEPTED,
        /** 4xx to this mail: later. */
        LATER,
        /** 5xx to this mail: never. */
        REFUSED,
        /** Server not reached, connection broken or time-out: later, and so are the next ones. */
        UNREACHABLE
    }
}

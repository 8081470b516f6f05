package beckon.connector.mail;

/**
 * What the mail server said to one mail, or what kept us from asking.
 *
 * @param outcome what it means for this mail
 * @param code the SMTP reply code; 0 if there was no reply
 * @param words the reply or the trouble in words, one line, without addresses of ours
 * @param trouble what kept us from asking; null if there was a reply
 */
public record MailAnswer(Outcome outcome, int code, String words, Trouble trouble) {

    /** What the server replied; without a reply the connection was the trouble. */
    public MailAnswer(Outcome outcome, int code, String words) {
        this(outcome, code, words, code == 0 ? Trouble.CONNECTION : null);
    }

    /**
     * What keeps us from asking a mail server. Its name is the error code of the exceptions that
     * come instead of a connection.
     */
    public enum Trouble {
        /** Not reached, broken off, or no answer in time. */
        CONNECTION,
        /** It refuses our name or password. */
        SIGN_IN,
        /** It cannot encrypt, or its certificate does not convince. */
        ENCRYPTION
    }

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

package beckon.postbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** Brings what is answered on a phone to any session that is bound. */
final class Answers {

    private static final Logger LOGGER = System.getLogger(Answers.class.getName());
    private static final int LONGEST = 70;
    private static final byte UCS_2 = 8;

    private final Set<SMPPServerSession> sessions;

    Answers(Set<SMPPServerSession> sessions) {
        this.sessions = sessions;
    }

    /**
     * Brings one.
     *
     * @return whether somebody has taken it
     * @throws IllegalArgumentException if it has no number, or is longer than one message
     */
    boolean deliver(String from, String to, String words) {
        if (!from.matches("\\+[1-9]\\d{4,14}")) {
            throw new IllegalArgumentException("from is not a number in E.164");
        }
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("text is longer than " + LONGEST + " characters");
        }
        return sessions.stream()
                .filter(session -> session.getSessionState().isReceivable())
                .anyMatch(session -> hasTaken(session, from, to, words));
    }

    private static boolean hasTaken(
            SMPPServerSession session, String from, String to, String words) {
        var ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(words);
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    from.substring(1),
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    to,
                    new ESMClass(),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding(ascii ? 0 : UCS_2),
                    words.getBytes(ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE));
            return true;
        } catch (NegativeResponseException
                | ResponseTimeoutException
                | InvalidResponseException
                | PDUException
                | IOException e) {
            LOGGER.log(Level.DEBUG, "an answer was not taken", e);
            return false;
        }
    }
}

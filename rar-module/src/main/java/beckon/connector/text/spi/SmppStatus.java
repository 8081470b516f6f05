package beckon.connector.text.spi;

import beckon.connector.text.TextAnswer.Outcome;
import java.util.Map;
import java.util.Set;
import org.jsmpp.SMPPConstant;

/** What a command status means for a text, and in words. */
final class SmppStatus {

    /** We are too fast. */
    private static final Set<Integer> TOO_FAST =
            Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    /** Never this text. Everything else, known or not, may be different in a while. */
    private static final Set<Integer> NEVER =
            Set.of(
                    SMPPConstant.STAT_ESME_RINVMSGLEN,
                    SMPPConstant.STAT_ESME_RINVSRCADR,
                    SMPPConstant.STAT_ESME_RINVDSTADR,
                    SMPPConstant.STAT_ESME_RINVSERTYP,
                    SMPPConstant.STAT_ESME_RINVNUMDESTS,
                    SMPPConstant.STAT_ESME_RINVESMCLASS,
                    SMPPConstant.STAT_ESME_RINVSRCTON,
                    SMPPConstant.STAT_ESME_RINVSRCNPI,
                    SMPPConstant.STAT_ESME_RINVDSTTON,
                    SMPPConstant.STAT_ESME_RINVDSTNPI,
                    SMPPConstant.STAT_ESME_RX_P_APPN,
                    SMPPConstant.STAT_ESME_RX_R_APPN,
                    SMPPConstant.STAT_ESME_RDELIVERYFAILURE,
                    SMPPConstant.STAT_ESME_RPROHIBITED,
                    SMPPConstant.STAT_ESME_RINVDCS);

    private static final Map<Integer, String> WORDS =
            Map.ofEntries(
                    Map.entry(SMPPConstant.STAT_ESME_RINVMSGLEN, "invalid message length"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVBNDSTS, "not bound for this"),
                    Map.entry(SMPPConstant.STAT_ESME_RALYBND, "already bound"),
                    Map.entry(SMPPConstant.STAT_ESME_RSYSERR, "system error"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVSRCADR, "invalid sender"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVDSTADR, "invalid number"),
                    Map.entry(SMPPConstant.STAT_ESME_RBINDFAIL, "bind failed"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVPASWD, "invalid password"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVSYSID, "invalid system id"),
                    Map.entry(SMPPConstant.STAT_ESME_RMSGQFUL, "message queue full"),
                    Map.entry(SMPPConstant.STAT_ESME_RSUBMITFAIL, "submission failed"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVSRCTON, "invalid kind of sender"),
                    Map.entry(SMPPConstant.STAT_ESME_RINVDSTTON, "invalid kind of number"),
                    Map.entry(SMPPConstant.STAT_ESME_RTHROTTLED, "too many texts at a time"),
                    Map.entry(SMPPConstant.STAT_ESME_RX_T_APPN, "not now"),
                    Map.entry(SMPPConstant.STAT_ESME_RX_R_APPN, "rejected"),
                    Map.entry(SMPPConstant.STAT_ESME_RDELIVERYFAILURE, "delivery failed"),
                    Map.entry(SMPPConstant.STAT_ESME_RPROHIBITED, "prohibited"));

    private SmppStatus() {}

    static boolean isTooFast(int status) {
        return TOO_FAST.contains(status);
    }

    static Outcome outcome(int status) {
        if (status == SMPPConstant.STAT_ESME_ROK) {
            return Outcome.ACCEPTED;
        }
        return NEVER.contains(status) ? Outcome.REFUSED : Outcome.LATER;
    }

    static String words(int status) {
        return WORDS.getOrDefault(status, "refused") + String.format(" (0x%02X)", status);
    }
}

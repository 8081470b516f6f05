package beckon.connector.text.spi;

import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** A number or name as SMPP wants it: with its kind, and without the plus. */
record SmppAddress(TypeOfNumber type, NumberingPlanIndicator plan, String digits) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{4,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{2,8}");
    private static final Pattern NAME =
            Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9 ._&-]{0,9}[A-Za-z0-9])?");

    /**
     * Reads a phone's number.
     *
     * @throws IllegalArgumentException if it is not in E.164
     */
    static SmppAddress ofPhone(String number) {
        if (!E164.matcher(number).matches()) {
            throw new IllegalArgumentException("not a number in E.164");
        }
        return international(number.substring(1));
    }

    /**
     * Reads a sender: a number with the plus, a short code, or a name.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static SmppAddress ofSender(String sender) {
        if (E164.matcher(sender).matches()) {
            return international(sender.substring(1));
        }
        if (SHORT_CODE.matcher(sender).matches()) {
            return new SmppAddress(
                    TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, sender);
        }
        if (!NAME.matcher(sender).matches()) {
            throw new IllegalArgumentException("neither a number nor a name of 11 letters");
        }
        return new SmppAddress(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, sender);
    }

    private static SmppAddress international(String digits) {
        return new SmppAddress(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, digits);
    }
}

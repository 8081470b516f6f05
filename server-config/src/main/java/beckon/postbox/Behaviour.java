package beckon.postbox;

import java.util.regex.Pattern;

/**
 * How a server treats its clients.
 *
 * @param kind what it does
 * @param number milliseconds of delay, or the reply code
 */
record Behaviour(Kind kind, int number) {

    static final Behaviour OK = new Behaviour(Kind.OK, 0);

    private static final Pattern SLOW = Pattern.compile("slow:(\\d{1,6})");
    private static final Pattern REJECT = Pattern.compile("reject:(\\d{1,4}|0x\\p{XDigit}{1,3})");
    private static final int LARGEST_STATUS = 0x4FF;

    enum Kind {
        OK,
        /** Connections are refused. */
        DOWN,
        /** Everything is taken, late. */
        SLOW,
        /** Everything is refused with a code. */
        REJECT
    }

    /**
     * Reads {@code ok}, {@code down}, {@code slow:MS} or {@code reject:CODE} for the mail server.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Behaviour ofSmtp(String text) {
        return read(text, 400, 599, "expected ok, down, slow:MS or reject:CODE (400 to 599)");
    }

    /**
     * Reads the same for the message centre, with a command status in decimal or hexadecimal
     * figures.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Behaviour ofSmpp(String text) {
        return read(
                text,
                1,
                LARGEST_STATUS,
                "expected ok, down, slow:MS or reject:CODE (1 to 1279, or 0x01 to 0x4FF)");
    }

    private static Behaviour read(String text, int least, int most, String expected) {
        var slow = SLOW.matcher(text);
        var reject = REJECT.matcher(text);
        if (slow.matches()) {
            return new Behaviour(Kind.SLOW, Integer.parseInt(slow.group(1)));
        }
        if (reject.matches()) {
            var code = reject.group(1);
            var hexadecimal = code.startsWith("0x");
            var number =
                    Integer.parseInt(hexadecimal ? code.substring(2) : code, hexadecimal ? 16 : 10);
            if (number >= least && number <= most) {
                return new Behaviour(Kind.REJECT, number);
            }
        }
        return switch (text) {
            case "ok" -> OK;
            case "down" -> new Behaviour(Kind.DOWN, 0);
            default -> throw new IllegalArgumentException(expected);
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case OK -> "ok";
            case DOWN -> "down";
            case SLOW -> "slow:" + number;
            case REJECT -> "reject:" + number;
        };
    }
}

package beckon.postbox;

import java.util.regex.Pattern;

/**
 * How the server treats its clients.
 *
 * @param kind what it does
 * @param number milliseconds of delay, or the reply code
 */
record Behaviour(Kind kind, int number) {

    static final Behaviour OK = new Behaviour(Kind.OK, 0);

    private static final Pattern SLOW = Pattern.compile("slow:(\\d{1,6})");
    private static final Pattern REJECT = Pattern.compile("reject:([45]\\d\\d)");

    enum Kind {
        OK,
        /** Connections are refused. */
        DOWN,
        /** Every mail is taken, late. */
        SLOW,
        /** Every recipient is refused with a code. */
        REJECT
    }

    /**
     * Reads {@code ok}, {@code down}, {@code slow:MS} or {@code reject:CODE}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Behaviour parse(String text) {
        var slow = SLOW.matcher(text);
        var reject = REJECT.matcher(text);
        if (slow.matches()) {
            return new Behaviour(Kind.SLOW, Integer.parseInt(slow.group(1)));
        }
        if (reject.matches()) {
            return new Behaviour(Kind.REJECT, Integer.parseInt(reject.group(1)));
        }
        return switch (text) {
            case "ok" -> OK;
            case "down" -> new Behaviour(Kind.DOWN, 0);
            default ->
                    throw new IllegalArgumentException(
                            "expected ok, down, slow:MS or reject:CODE (400 to 599)");
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

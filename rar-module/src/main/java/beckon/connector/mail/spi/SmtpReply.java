package beckon.connector.mail.spi;

/**
 * A reply of the server.
 *
 * @param code three digits; -1 if there was none or nonsense
 * @param words all its lines in one, without the code
 */
record SmtpReply(int code, String words) {

    private static final int MAX_LENGTH = 500;

    /** Reads what came over the wire: lines such as {@code 250-words} or {@code 250 words}. */
    static SmtpReply of(int code, String lines) {
        StringBuilder words = new StringBuilder(80);
        for (String line : lines.split("\n")) {
            String text = code > 0 && line.length() > 3 ? line.substring(4) : line;
            if (!text.isBlank() && code > 0) {
                words.append(words.isEmpty() ? "" : " ").append(text.strip());
            }
        }
        return new SmtpReply(code, printable(words));
    }

    /** One line that can be stored and shown. */
    static String printable(CharSequence text) {
        StringBuilder line = new StringBuilder(text);
        line.setLength(Math.min(line.length(), MAX_LENGTH));
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    boolean isPositive() {
        return code >= 200 && code < 300;
    }
}

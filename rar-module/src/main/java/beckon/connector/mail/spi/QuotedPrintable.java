package beckon.connector.mail.spi;

import java.nio.charset.StandardCharsets;

/**
 * Writes a text as quoted-printable UTF-8 (RFC 2045, 6.7).
 *
 * <p>No line of it begins with a dot, so that SMTP has nothing to stuff, and none has {@code =_},
 * so that a boundary with it is safe.
 */
final class QuotedPrintable {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int LINE = 75;

    private QuotedPrintable() {}

    static void append(StringBuilder body, String text) {
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                body.append("\r\n");
                column = 0;
            } else if (c >= 0x80) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                String character = text.substring(i, pair ? i + 2 : i + 1);
                for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
                    column = appendEncoded(body, octet & 0xFF, column);
                }
                i += pair ? 1 : 0;
            } else if (c != '\r') {
                column = appendAscii(body, c, column, isLineEnd(text, i + 1));
            }
        }
    }

    private static int appendAscii(StringBuilder body, char c, int column, boolean last) {
        boolean full = column + 1 > LINE;
        boolean first = column == 0 || full;
        if (!isLiteral(c, first, last)) {
            return appendEncoded(body, c, column);
        }
        body.append(full ? "=\r\n" : "").append(c);
        return full ? 1 : column + 1;
    }

    private static int appendEncoded(StringBuilder body, int octet, int column) {
        boolean full = column + 3 > LINE;
        body.append(full ? "=\r\n" : "");
        body.append('=').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
        return full ? 3 : column + 3;
    }

    private static boolean isLiteral(char c, boolean first, boolean last) {
        if (c == ' ' || c == '\t') {
            return !last;
        }
        return c > ' ' && c <= '~' && c != '=' && !(first && c == '.');
    }

    private static boolean isLineEnd(String text, int next) {
        return next == text.length() || text.charAt(next) == '\n' || text.charAt(next) == '\r';
    }
}

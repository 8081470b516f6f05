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
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int column = 0;
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i] & 0xFF;
            if (octet == '\n') {
                body.append("\r\n");
                column = 0;
                continue;
            }
            if (octet == '\r') {
                continue;
            }
            boolean literal = isLiteral(octet, column == 0, isLineEnd(octets, i + 1));
            int width = literal ? 1 : 3;
            if (column + width > LINE) {
                body.append("=\r\n");
                column = 0;
                literal = literal && octet != '.';
                width = literal ? 1 : 3;
            }
            if (literal) {
                body.append((char) octet);
            } else {
                body.append('=').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
            }
            column += width;
        }
    }

    private static boolean isLiteral(int octet, boolean first, boolean last) {
        if (octet == ' ' || octet == '\t') {
            return !last;
        }
        return octet > ' ' && octet <= '~' && octet != '=' && !(first && octet == '.');
    }

    private static boolean isLineEnd(byte[] octets, int next) {
        return next == octets.length || octets[next] == '\n' || octets[next] == '\r';
    }
}

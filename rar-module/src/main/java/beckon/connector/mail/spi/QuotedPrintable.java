package beckon.connector.mail.spi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a text as quoted-printable UTF-8 (RFC 2045, 6.7).
 *
 * <p>No line of it begins with a dot, so that SMTP has nothing to stuff, and none has {@code =_},
 * so that a boundary with it is safe.
 */
final class QuotedPrintable {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int LINE = 75;

    /** A line break and an encoded octet. */
    private static final int ROOM = 6;

    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        Arrays.fill(PLAIN, '!', '~' + 1, true);
        PLAIN['='] = false;
        PLAIN['.'] = false;
    }

    private final char[] text;
    private byte[] written;
    private int length;
    private int column;

    private QuotedPrintable(String text) {
        this.text = text.toCharArray();
        this.written = new byte[text.length() * 9 / 8 + 64];
    }

    static byte[] encode(String text) {
        return new QuotedPrintable(text).encode();
    }

    private byte[] encode() {
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            if (length + ROOM > written.length) {
                written = Arrays.copyOf(written, written.length * 2);
            }
            if (c < 0x80 && PLAIN[c]) {
                putLiteral(c);
            } else if (c >= 0x80) {
                i += putCharacter(i);
            } else {
                putSpecial(c, i + 1);
            }
        }
        return Arrays.copyOf(written, length);
    }

    private void putLiteral(char c) {
        if (column == LINE) {
            breakLine();
        }
        written[length++] = (byte) c;
        column++;
    }

    private void putSpecial(char c, int next) {
        switch (c) {
            case '\n' -> {
                written[length++] = '\r';
                written[length++] = '\n';
                column = 0;
            }
            case '\r' -> {
                // every line break is written as one
            }
            case '.' -> putUnless(column == 0 || column == LINE, c);
            case ' ', '\t' -> putUnless(isLineEnd(next), c);
            default -> putOctet(c);
        }
    }

    private void putUnless(boolean unsafe, char c) {
        if (unsafe) {
            putOctet(c);
        } else {
            putLiteral(c);
        }
    }

    /** Puts a character outside ASCII, and says how many more units of the text it took. */
    private int putCharacter(int begin) {
        boolean pair =
                Character.isHighSurrogate(text[begin])
                        && begin + 1 < text.length
                        && Character.isLowSurrogate(text[begin + 1]);
        int units = pair ? 2 : 1;
        for (byte octet : new String(text, begin, units).getBytes(StandardCharsets.UTF_8)) {
            if (length + ROOM > written.length) {
                written = Arrays.copyOf(written, written.length * 2);
            }
            putOctet(octet & 0xFF);
        }
        return units - 1;
    }

    private void putOctet(int octet) {
        if (column + 3 > LINE) {
            breakLine();
        }
        written[length++] = '=';
        written[length++] = HEX[octet >> 4];
        written[length++] = HEX[octet & 0xF];
        column += 3;
    }

    private void breakLine() {
        written[length++] = '=';
        written[length++] = '\r';
        written[length++] = '\n';
        column = 0;
    }

    private boolean isLineEnd(int next) {
        return next == text.length || text[next] == '\n' || text[next] == '\r';
    }
}

package beckon.connector.mail.spi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes any text into a header field so that it stays one field (RFC 5322, RFC 2047). */
final class HeaderText {

    private static final int LINE = 76;
    private static final String START = "=?UTF-8?B?";
    private static final String END = "?=";
    private static final int OCTETS_PER_WORD = 39;

    private HeaderText() {}

    /** Appends unstructured text, such as a subject. */
    static void appendText(StringBuilder header, String text, int column) {
        if (isPlain(text) && column + text.length() <= LINE) {
            header.append(text);
        } else {
            appendEncoded(header, text);
        }
    }

    /** Appends a display name. */
    static void appendPhrase(StringBuilder header, String name, int column) {
        if (!isPlain(name) || column + name.length() + 2 > LINE) {
            appendEncoded(header, name);
            return;
        }
        header.append('"');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                header.append('\\');
            }
            header.append(c);
        }
        header.append('"');
    }

    /**
     * Lets through what cannot begin another field.
     *
     * @throws IllegalArgumentException if there is a line break in it
     */
    static String oneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line break in a header field");
        }
        return text;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.contains("=?") && text.equals(text.strip());
    }

    private static void appendEncoded(StringBuilder header, String text) {
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            int octets = 0;
            while (end < text.length()) {
                int character = text.codePointAt(end);
                octets +=
                        character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
                if (octets > OCTETS_PER_WORD) {
                    break;
                }
                end += Character.charCount(character);
            }
            byte[] word = text.substring(begin, end).getBytes(StandardCharsets.UTF_8);
            header.append(begin == 0 ? "" : "\r\n ").append(START);
            header.append(Base64.getEncoder().encodeToString(word)).append(END);
            begin = end;
        }
    }
}

package beckon.connector.text;

import java.nio.charset.StandardCharsets;

/** How the characters of a text travel, and how many go into one message. */
public enum TextEncoding {
    /** The telephones' own alphabet of 7 bits (3GPP TS 23.038), with its extension table. */
    GSM_7(160, 153),
    /** Two octets a character, four for those beyond the first plane, such as emoji. */
    UCS_2(70, 67);

    /** By code: the escape at 27 has no character of its own. */
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {
        0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
    };
    private static final byte ESCAPE = 0x1B;
    private static final byte EXTENDED = -1;
    private static final byte NONE = -2;

    private static final byte[] CODES = codes();

    private final int single;
    private final int joined;

    TextEncoding(int single, int joined) {
        this.single = single;
        this.joined = joined;
    }

    private static byte[] codes() {
        byte[] codes = new byte['€' + 1];
        java.util.Arrays.fill(codes, NONE);
        for (byte code = 0; code >= 0 && code < BASIC.length(); code++) {
            codes[BASIC.charAt(code)] = code;
        }
        codes[ESCAPE] = NONE;
        EXTENSION.chars().forEach(character -> codes[character] = EXTENDED);
        return codes;
    }

    /** The smaller one that has all characters of the text. */
    public static TextEncoding of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (code(text.charAt(i)) == NONE) {
                return UCS_2;
            }
        }
        return GSM_7;
    }

    private static byte code(char character) {
        return character < CODES.length ? CODES[character] : NONE;
    }

    /** How many units a text that is not cut may have. */
    public int single() {
        return single;
    }

    /** How many units each part of a longer text may have. */
    public int joined() {
        return joined;
    }

    /** How much room characters take: one unit each, and two for some. */
    public int units(CharSequence characters) {
        if (this == UCS_2) {
            return characters.length();
        }
        int units = characters.length();
        for (int i = 0; i < characters.length(); i++) {
            if (code(characters.charAt(i)) == EXTENDED) {
                units++;
            }
        }
        return units;
    }

    /**
     * Writes characters out, those of 7 bits in one octet each.
     *
     * @throws IllegalArgumentException if this encoding has not all of them
     */
    public byte[] encode(String characters) {
        if (this == UCS_2) {
            return characters.getBytes(StandardCharsets.UTF_16BE);
        }
        byte[] octets = new byte[units(characters)];
        int end = 0;
        for (int i = 0; i < characters.length(); i++) {
            byte code = code(characters.charAt(i));
            if (code == NONE) {
                throw new IllegalArgumentException("a character that is not in the alphabet");
            }
            if (code == EXTENDED) {
                octets[end++] = ESCAPE;
                code = EXTENSION_CODES[EXTENSION.indexOf(characters.charAt(i))];
            }
            octets[end++] = code;
        }
        return octets;
    }
}

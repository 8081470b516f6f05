package beckon.postbox;

/** The telephones' own alphabet (3GPP TS 23.038), one octet for each of its 7-bit codes. */
final class Gsm7 {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final int ESCAPE = 0x1B;
    private static final char UNREADABLE = '\uFFFD';

    private Gsm7() {}

    static String decode(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == ESCAPE) {
                text.append(++i < octets.length ? extension(octets[i]) : UNREADABLE);
            } else {
                text.append(octets[i] < 0 ? UNREADABLE : BASIC.charAt(octets[i]));
            }
        }
        return text.toString();
    }

    private static char extension(byte code) {
        return switch (code) {
            case 0x0A -> '\f';
            case 0x14 -> '^';
            case 0x28 -> '{';
            case 0x29 -> '}';
            case 0x2F -> '\\';
            case 0x3C -> '[';
            case 0x3D -> '~';
            case 0x3E -> ']';
            case 0x40 -> '|';
            case 0x65 -> '€';
            default -> UNREADABLE;
        };
    }
}

package beckon.invitation.control;

import beckon.shared.EmailAddress;

/** A text without what nobody can see: zero-width, bidi and control characters. */
final class VisibleText {
    private VisibleText() {}

    static String of(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(visible, c));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            visible.append((char) c);
        } else if (c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x0B || c == 0x0C) {
            visible.append('\n');
        } else if (Character.isSpaceChar(c)) {
            visible.append(' ');
        } else if (!isInvisible(c)) {
            visible.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default -> EmailAddress.isInvisible(c);
        };
    }
}

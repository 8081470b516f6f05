package beckon.attachment.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A file's octets, looked at and written over by their places. */
final class Octets {

    private Octets() {}

    /** A part of it, cut where the file ends. */
    static ByteBuffer part(ByteBuffer file, long from, long to) {
        int last = (int) Math.min(to, file.limit());
        int first = (int) Math.min(from, last);
        return file.slice(first, last - first);
    }

    /** Whether the text stands there. */
    static boolean is(ByteBuffer file, int at, String text) {
        if (at + text.length() > file.limit()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((file.get(at + i) & 0xFF) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The four letters there. */
    static String name(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    static void rename(ByteBuffer file, int at, String name) {
        file.put(at, name.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void clear(ByteBuffer part) {
        for (int at = 0; at < part.limit(); at++) {
            part.put(at, (byte) 0);
        }
    }
}

package beckon.attachment.control;

import java.nio.ByteBuffer;
import java.util.Set;

/** Blanks a video's boxes in which phones write where and with what it was taken. */
final class VideoPrivacy {

    private static final int HEAD = 8;
    private static final int DEEPEST = 4;
    private static final Set<String> HOLDERS = Set.of("moov", "trak", "mdia", "minf");
    private static final Set<String> SAID = Set.of("udta", "meta", "uuid");

    private VideoPrivacy() {}

    static Picture blank(ByteBuffer file) {
        blank(file, 0, file.limit(), DEEPEST);
        return new Picture(file.limit(), Exif.UPRIGHT, false);
    }

    private static void blank(ByteBuffer file, long from, long to, int depth) {
        long at = from;
        while (at + HEAD <= to) {
            int start = (int) at;
            String name = Octets.name(file, start + 4);
            int head = HEAD;
            long size = Integer.toUnsignedLong(file.getInt(start));
            if (size == 1 && at + 16 <= to) {
                size = file.getLong(start + HEAD);
                head = 16;
            }
            boolean whole = size >= head && size <= to - at;
            long end = whole ? at + size : to;
            if (HOLDERS.contains(name) && depth > 0) {
                blank(file, at + head, end, depth - 1);
            } else if (SAID.contains(name)) {
                Octets.rename(file, start + 4, "free");
                Octets.clear(Octets.part(file, at + head, end));
            }
            at = end;
        }
    }
}

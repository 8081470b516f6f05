package beckon.attachment.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Blanks a HEIC's items that hold no picture: Exif and XMP (ISO/IEC 14496-12, 8.11).
 *
 * <p>Which side is up is a property of the picture there, and stays.
 */
final class HeicPrivacy {

    private static final Set<String> SAID = Set.of("Exif", "mime");

    private static final int MOST_PLACES = 100_000;

    private final ByteBuffer file;
    private final Set<Long> items = new HashSet<>();
    private long cleared;

    private HeicPrivacy(ByteBuffer file) {
        this.file = file;
    }

    static Picture blank(ByteBuffer file) {
        HeicPrivacy heic = new HeicPrivacy(file);
        ByteBuffer meta = heic.find(file, "meta");
        if (meta != null) {
            meta.position(4);
            ByteBuffer within = meta.slice();
            heic.list(heic.find(within, "iinf"));
            heic.clear(heic.find(within, "iloc"));
        }
        return new Picture(file.limit(), Exif.UPRIGHT, false);
    }

    /** What the first box of that name holds, or null. */
    private ByteBuffer find(ByteBuffer holder, String wanted) {
        ByteBuffer boxes = holder.duplicate().rewind();
        while (boxes.remaining() >= 8) {
            ByteBuffer box = next(boxes);
            if (name(box).equals(wanted)) {
                return box.position(8).slice();
            }
        }
        return null;
    }

    private static ByteBuffer next(ByteBuffer boxes) {
        long size = Integer.toUnsignedLong(boxes.getInt(boxes.position()));
        int length = size < 8 ? boxes.remaining() : (int) Math.min(size, boxes.remaining());
        ByteBuffer box = boxes.slice(boxes.position(), length);
        boxes.position(boxes.position() + length);
        return box;
    }

    private static String name(ByteBuffer box) {
        byte[] name = new byte[4];
        box.get(4, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Notes the items that say something. */
    private void list(ByteBuffer infos) {
        if (infos == null) {
            return;
        }
        infos.position(version(infos) == 0 ? 6 : 8);
        while (infos.remaining() >= 20) {
            ByteBuffer info = next(infos);
            int version = info.get(8);
            info.position(12);
            long id = number(info, version < 3 ? 2 : 4);
            info.position(info.position() + 2);
            byte[] type = new byte[4];
            info.get(type);
            if (version >= 2 && SAID.contains(new String(type, StandardCharsets.ISO_8859_1))) {
                items.add(id);
            }
        }
    }

    /** Clears the places where they lie. */
    private void clear(ByteBuffer places) {
        if (places == null) {
            return;
        }
        int version = version(places);
        int looked = 0;
        int sizes = Short.toUnsignedInt(places.getShort(4));
        places.position(6);
        long count = number(places, version < 2 ? 2 : 4);
        for (; count > 0; count--) {
            long id = number(places, version < 2 ? 2 : 4);
            long way = version == 0 ? 0 : number(places, 2) & 0xF;
            number(places, 2);
            long base = number(places, sizes >> 4 & 0xF);
            for (long extents = number(places, 2); extents > 0; extents--) {
                number(places, version == 0 ? 0 : sizes & 0xF);
                long from = base + number(places, sizes >> 12);
                long length = number(places, sizes >> 8 & 0xF);
                if (way == 0 && items.contains(id)) {
                    clear(from, length);
                }
                requireEnd(++looked);
            }
        }
    }

    /** No octet need be cleared twice; who says so wants to keep us busy. */
    private void clear(long from, long length) {
        if (from < 0 || length < 0 || (cleared += length) > file.limit()) {
            throw new IllegalArgumentException("places beyond the file");
        }
        Octets.clear(Octets.part(file, from, from + length));
    }

    private static void requireEnd(int looked) {
        if (looked > MOST_PLACES) {
            throw new IllegalArgumentException("more places than a picture has");
        }
    }

    private static int version(ByteBuffer box) {
        return box.get(0);
    }

    private static long number(ByteBuffer from, int octets) {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | from.get() & 0xFF;
        }
        return number;
    }
}

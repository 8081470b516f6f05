package beckon.attachment.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** Blanks a WebP's chunks that hold no picture: Exif, XMP, whatever nobody knows. */
final class WebpPrivacy {

    private static final int HEAD = 12;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final Set<String> SEEN =
            Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpPrivacy() {}

    static Picture blank(ByteBuffer octets) {
        ByteBuffer file = octets.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long end = Math.min(file.limit(), 8 + Integer.toUnsignedLong(file.getInt(4)));
        int orientation = Exif.UPRIGHT;
        long at = HEAD;
        while (at + 8 <= end) {
            int start = (int) at;
            String name = Octets.name(file, start);
            long length = Integer.toUnsignedLong(file.getInt(start + 4));
            ByteBuffer content = Octets.part(file, at + 8, Math.min(end, at + 8 + length));
            at += 8 + length + length % 2;
            if (name.equals("EXIF")) {
                ByteBuffer tiff = tiff(content);
                int turned = Exif.orientation(tiff);
                orientation = Exif.blank(tiff, turned) ? turned : Exif.UPRIGHT;
            }
            if (!SEEN.contains(name) && !(name.equals("EXIF") && orientation != Exif.UPRIGHT)) {
                Octets.clear(content);
                Octets.rename(file, start, "JUNK");
            }
        }
        if (Octets.is(file, HEAD, "VP8X") && file.limit() > HEAD + 8) {
            int left = orientation == Exif.UPRIGHT ? ~(EXIF_FLAG | XMP_FLAG) : ~XMP_FLAG;
            file.put(HEAD + 8, (byte) (file.get(HEAD + 8) & left));
        }
        return new Picture((int) end, orientation, false);
    }

    /** Some writers put the head of a JPEG's segment before it. */
    private static ByteBuffer tiff(ByteBuffer content) {
        return Octets.is(content, 0, "Exif\0\0")
                ? content.slice(6, content.limit() - 6)
                : content.slice();
    }
}

package beckon.attachment.control;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/** Blanks a PNG's chunks that hold no picture: Exif, texts (XMP among them), times. */
final class PngPrivacy {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final String EXIF = "eXIf";

    /** A name that says: of no importance, private, to be copied as it is. */
    private static final String BLANK = "beCn";

    private static final Set<String> SEEN =
            Set.of(
                    "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL",
                    "fcTL", "fdAT");

    private PngPrivacy() {}

    static Picture blank(ByteBuffer file) {
        int orientation = Exif.UPRIGHT;
        long at = SIGNATURE;
        while (at + AROUND <= file.limit()) {
            int start = (int) at;
            String name = Octets.name(file, start + 4);
            long length = Integer.toUnsignedLong(file.getInt(start));
            ByteBuffer content = Octets.part(file, at + 8, at + 8 + length);
            at += AROUND + length;
            if (name.equals("IEND")) {
                break;
            }
            if (Character.isLowerCase(name.charAt(0)) && !SEEN.contains(name)) {
                int turned = name.equals(EXIF) ? Exif.orientation(content) : Exif.UPRIGHT;
                boolean kept = Exif.blank(content, turned);
                orientation = kept ? turned : orientation;
                Octets.rename(file, start + 4, kept ? EXIF : BLANK);
                seal(file, start, length);
            }
        }
        return new Picture((int) Math.min(at, file.limit()), orientation, false);
    }

    private static void seal(ByteBuffer file, int start, long length) {
        long end = start + 8L + length;
        if (end + 4 <= file.limit()) {
            CRC32 check = new CRC32();
            check.update(Octets.part(file, start + 4L, end));
            file.putInt((int) end, (int) check.getValue());
        }
    }
}

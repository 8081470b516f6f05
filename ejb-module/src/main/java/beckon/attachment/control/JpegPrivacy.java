package beckon.attachment.control;

import java.nio.ByteBuffer;

/**
 * Blanks a JPEG's segments that hold no picture: Exif, XMP, IPTC, remarks, further pictures.
 *
 * <p>What stays is what shows the picture as it was: its colours (JFIF, ICC, Adobe) and which side
 * is up.
 */
final class JpegPrivacy {

    private static final int EXIF_HEAD = 6;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ICC = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int REMARK = 0xFE;
    private static final int END = 0xD9;

    private final ByteBuffer file;
    private int orientation = Exif.UPRIGHT;
    private boolean progressive;

    private JpegPrivacy(ByteBuffer file) {
        this.file = file;
    }

    static Picture blank(ByteBuffer file) {
        JpegPrivacy jpeg = new JpegPrivacy(file);
        int end = jpeg.walk();
        return new Picture(end, jpeg.orientation, jpeg.progressive);
    }

    /** From marker to marker; between them lie picture and garbage, where none can be. */
    private int walk() {
        int at = 2;
        while (at + 1 < file.limit()) {
            int marker = file.get(at + 1) & 0xFF;
            if (file.get(at) != (byte) 0xFF || marker == 0xFF) {
                at++;
            } else if (marker == END) {
                return at + 2;
            } else if (isAlone(marker) || at + 4 > file.limit()) {
                at += 2;
            } else {
                int length = Math.max(2, Short.toUnsignedInt(file.getShort(at + 2)));
                look(marker, at, Octets.part(file, at + 4L, at + 2L + length));
                at += 2 + length;
            }
        }
        return file.limit();
    }

    /** Stuffing, restarts and beginnings have no length. */
    private static boolean isAlone(int marker) {
        return marker <= 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private void look(int marker, int at, ByteBuffer content) {
        progressive |= marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
        boolean said = marker >= JFIF && marker <= LAST_APPLICATION || marker == REMARK;
        if (said && !isColour(marker, content) && !isTurned(marker, content)) {
            file.put(at + 1, (byte) REMARK);
            Octets.clear(content);
        }
    }

    private static boolean isColour(int marker, ByteBuffer content) {
        return switch (marker) {
            case JFIF -> Octets.is(content, 0, "JFIF\0");
            case ICC -> Octets.is(content, 0, "ICC_PROFILE\0");
            case ADOBE -> Octets.is(content, 0, "Adobe");
            default -> false;
        };
    }

    private boolean isTurned(int marker, ByteBuffer content) {
        if (marker != EXIF || orientation != Exif.UPRIGHT || !Octets.is(content, 0, "Exif\0\0")) {
            return false;
        }
        ByteBuffer tiff = content.slice(EXIF_HEAD, content.limit() - EXIF_HEAD);
        int found = Exif.orientation(tiff);
        boolean kept = Exif.blank(tiff, found);
        orientation = kept ? found : orientation;
        return kept;
    }
}

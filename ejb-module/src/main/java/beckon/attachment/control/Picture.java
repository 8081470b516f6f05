package beckon.attachment.control;

import beckon.attachment.entity.FileType;
import java.nio.ByteBuffer;

/**
 * What is left of a picture that tells nothing of whoever took it.
 *
 * @param length how many of its octets are needed
 * @param orientation which side is up, 1 to 8 as Exif counts them
 * @param progressive whether it can only be unpacked whole
 */
record Picture(int length, int orientation, boolean progressive) {

    /**
     * Blanks in place what a file tells besides what it shows: no octet moves, no pixel changes.
     *
     * <p>Photos and videos as phones and browsers send them; what a PDF says of its maker it goes
     * on saying.
     */
    static Picture anonymous(FileType type, ByteBuffer file) {
        return switch (type) {
            case JPEG -> JpegPrivacy.blank(file);
            case PNG -> PngPrivacy.blank(file);
            case WEBP -> WebpPrivacy.blank(file);
            case MP4 -> VideoPrivacy.blank(file);
            case HEIC -> HeicPrivacy.blank(file);
            case GIF, PDF -> new Picture(file.limit(), Exif.UPRIGHT, false);
        };
    }
}

package beckon.attachment.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one thing in a photo's Exif block that people see: which side is up.
 *
 * <p>The rest (where it was taken, when, by whom and with what) is nobody's business.
 */
final class Exif {

    /** As a photo lies that says nothing of it. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int LAST = 8;
    private static final int HEAD = 8;
    private static final int ENTRY = 12;
    private static final int LENGTH = 26;

    private Exif() {}

    /**
     * Reads it from a TIFF header that begins at the block's first octet.
     *
     * @return 1 to 8, as Exif 2.32 has it; 1 also if there is none
     */
    static int orientation(ByteBuffer block) {
        if (block.remaining() < HEAD) {
            return UPRIGHT;
        }
        ByteBuffer tiff = block.slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long at = Integer.toUnsignedLong(tiff.getInt(4));
        if (at + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) at));
        for (long entry = at + 2; entries > 0; entries--, entry += ENTRY) {
            if (entry + ENTRY > tiff.limit()) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort((int) entry)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort((int) entry + 8));
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /**
     * Writes zeros over a block, and the orientation again if it says anything.
     *
     * @return whether it does
     */
    static boolean blank(ByteBuffer block, int orientation) {
        Octets.clear(block);
        if (orientation == UPRIGHT || block.remaining() < LENGTH) {
            return false;
        }
        ByteBuffer tiff = block.slice().order(ByteOrder.BIG_ENDIAN);
        tiff.putInt(0x4D4D002A).putInt(HEAD).putShort((short) 1);
        tiff.putShort((short) TAG).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation);
        return true;
    }
}

package beckon.web.shared;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG image: a square of one unit for each dark module.
 *
 * @param size modules along a side, without the quiet zone
 * @param path what {@code d} is
 */
public record QrPath(int size, String path) {
    /** What scanners want around a code, in modules. */
    public static final int QUIET = 4;

    /** The code of a text. */
    public static QrPath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrPath(code.size, path.toString());
    }

    /** What {@code viewBox} is: the code with its quiet zone. */
    public String viewBox() {
        int whole = size + 2 * QUIET;
        return -QUIET + " " + -QUIET + " " + whole + " " + whole;
    }
}

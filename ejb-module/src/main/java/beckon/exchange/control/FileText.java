package beckon.exchange.control;

import beckon.exchange.entity.ImportReason;
import beckon.shared.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads the text of a file, whatever it is encoded in. */
final class FileText {
    static final int LARGEST = 10_000_000;
    private static final int MEGABYTE = 1_000_000;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private FileText() {}

    /**
     * All that a stream holds.
     *
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE
     */
    static byte[] octets(InputStream stream, long declaredSize) {
        if (declaredSize > LARGEST) {
            throw tooLarge();
        }
        try {
            byte[] octets = stream.readNBytes(LARGEST + 1);
            if (octets.length > LARGEST) {
                throw tooLarge();
            }
            if (octets.length == 0) {
                throw new RefusalException(ImportReason.EMPTY_FILE);
            }
            return octets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusalException tooLarge() {
        return new RefusalException(ImportReason.FILE_TOO_LARGE, LARGEST / MEGABYTE);
    }

    /**
     * By its byte order mark, else UTF-8, else as Windows writes in the west.
     *
     * @throws RefusalException EMPTY_FILE; FILE_TYPE if it is no text
     */
    static String decode(byte[] octets) {
        String text = decoded(octets);
        if (text.isBlank()) {
            throw new RefusalException(ImportReason.EMPTY_FILE);
        }
        if (text.indexOf('\0') >= 0 || text.startsWith("%PDF") || text.startsWith("PK\u0003")) {
            throw new RefusalException(ImportReason.FILE_TYPE);
        }
        return text;
    }

    private static String decoded(byte[] octets) {
        if (begins(octets, 0xEF, 0xBB, 0xBF)) {
            return new String(octets, 3, octets.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(octets, 0xFF, 0xFE)) {
            return new String(octets, 2, octets.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(octets, 0xFE, 0xFF)) {
            return new String(octets, 2, octets.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, WESTERN);
        }
    }

    private static boolean begins(byte[] octets, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (octets.length <= i || (octets[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package beckon.attachment.control;

import beckon.attachment.entity.FileType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells from its first and last octets what a file is.
 *
 * <p>A file that is two things at once, such as a picture that is also an archive of programs or a
 * page with scripts, is neither.
 */
final class ContentTypes {

    /** As many octets as are looked at from the beginning. */
    static final int HEAD = 4_096;

    /** As many as are looked at from the end: a ZIP's directory, with the longest remark. */
    static final int TAIL = 65_535 + 22;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int BOX_HEAD = 16;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");
    private static final Set<String> MP4_BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV");
    private static final List<String> SCRIPTS =
            List.of("<script", "<html", "<svg", "<body", "<iframe", "<!doctype", "<?php");

    private ContentTypes() {}

    /**
     * What the file is, or empty if it is nothing that may be attached.
     *
     * @param head its first octets
     * @param tail its last octets
     * @param length of the whole
     */
    static Optional<FileType> recognise(byte[] head, byte[] tail, long length) {
        return Optional.ofNullable(type(head, length))
                .filter(type -> indexOf(tail, ZIP_END) < 0)
                .filter(type -> !holdsScript(head));
    }

    private static FileType type(byte[] head, long length) {
        if (startsWith(head, 0, JPEG)) {
            return FileType.JPEG;
        }
        if (startsWith(head, 0, PNG) && is(head, 12, "IHDR")) {
            return FileType.PNG;
        }
        if (is(head, 0, "GIF87a") || is(head, 0, "GIF89a")) {
            return FileType.GIF;
        }
        if (is(head, 0, "RIFF") && is(head, 8, "WEBPVP8")) {
            return FileType.WEBP;
        }
        if (is(head, 0, "%PDF-1.") || is(head, 0, "%PDF-2.")) {
            return FileType.PDF;
        }
        return is(head, 4, "ftyp") ? media(head, length) : null;
    }

    /** By the brands in the first box (ISO/IEC 14496-12). */
    private static FileType media(byte[] head, long length) {
        if (head.length < BOX_HEAD) {
            return null;
        }
        long size = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
        if (size < BOX_HEAD || size % 4 != 0 || size > Math.min(length, head.length)) {
            return null;
        }
        Set<String> brands =
                IntStream.iterate(8, at -> at < size, at -> at + 4)
                        .filter(at -> at != 12) // the minor version
                        .mapToObj(at -> text(head, at, 4))
                        .collect(java.util.stream.Collectors.toSet());
        if (brands.stream().anyMatch(HEIC_BRANDS::contains)) {
            return FileType.HEIC;
        }
        return brands.stream().anyMatch(MP4_BRANDS::contains) ? FileType.MP4 : null;
    }

    private static boolean holdsScript(byte[] head) {
        String text = text(head, 0, head.length).toLowerCase(Locale.ROOT);
        // what is written two octets a character begins the same, with zeros between
        String wide = text.replace("\0", "");
        return SCRIPTS.stream().anyMatch(script -> text.contains(script) || wide.contains(script));
    }

    private static boolean is(byte[] octets, int at, String text) {
        return startsWith(octets, at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean startsWith(byte[] octets, int at, byte[] magic) {
        return octets.length >= at + magic.length
                && IntStream.range(0, magic.length).allMatch(i -> octets[at + i] == magic[i]);
    }

    private static int indexOf(byte[] octets, byte[] magic) {
        return IntStream.rangeClosed(0, octets.length - magic.length)
                .filter(at -> startsWith(octets, at, magic))
                .findFirst()
                .orElse(-1);
    }

    private static String text(byte[] octets, int at, int length) {
        return new String(octets, at, length, StandardCharsets.ISO_8859_1);
    }
}

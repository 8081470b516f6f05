package beckon.attachment.control;

import static beckon.attachment.FileFixtures.joined;
import static beckon.attachment.FileFixtures.jpeg;
import static beckon.attachment.FileFixtures.png;
import static beckon.attachment.FileFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.attachment.entity.FileType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    private static final String SECRET = "48.8584 N 2.2945 E";

    /** What is left of a file. */
    private static byte[] left(FileType type, byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file.clone());
        return Arrays.copyOf(buffer.array(), Picture.anonymous(type, buffer).length());
    }

    private static int orientation(FileType type, byte[] file) {
        return Picture.anonymous(type, ByteBuffer.wrap(file.clone())).orientation();
    }

    private static void assertSilent(byte[] file) {
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain("N 2.2945")
                .doesNotContain("Ben's phone");
    }

    /** A block that says which side is up, and where it was taken. */
    private static byte[] tiff(ByteOrder order, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(80).order(order);
        tiff.put(text(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42);
        tiff.putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(18).putInt(40);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        tiff.position(40).put(text(SECRET));
        return tiff.array();
    }

    private static void assertSamePixels(byte[] one, byte[] other) throws IOException {
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(other));
        int width = before.getWidth();
        int height = before.getHeight();
        assertThat(after.getRGB(0, 0, width, height, null, 0, width))
                .isEqualTo(before.getRGB(0, 0, width, height, null, 0, width));
    }

    @Nested
    class Jpeg {
        private byte[] segment(int marker, byte[] content) {
            ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
            segment.put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
            return segment.put(content).array();
        }

        private byte[] with(byte[]... segments) {
            byte[] plain = jpeg(40, 30);
            return joined(
                    Arrays.copyOf(plain, 2),
                    joined(segments),
                    Arrays.copyOfRange(plain, 2, plain.length));
        }

        private byte[] exif(ByteOrder order, int orientation) {
            return segment(0xE1, joined(text("Exif\0\0"), tiff(order, orientation)));
        }

        @Test
        void tellsNeitherWhereNorWithWhat() throws IOException {
            byte[] file =
                    with(
                            exif(ByteOrder.LITTLE_ENDIAN, 1),
                            segment(0xE1, text("http://ns.adobe.com/xap/1.0/\0" + SECRET)),
                            segment(0xE2, text("MPF\0" + SECRET)),
                            segment(0xED, text("Photoshop 3.0\0" + SECRET)),
                            segment(0xFE, text("Ben's phone")));

            byte[] left = left(FileType.JPEG, file);

            assertSilent(left);
            assertSamePixels(file, left);
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 6, 8})
        void keepsWhichSideIsUp(int orientation) {
            for (ByteOrder order :
                    new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
                byte[] left = left(FileType.JPEG, with(exif(order, orientation)));

                assertSilent(left);
                assertThat(orientation(FileType.JPEG, left)).isEqualTo(orientation);
            }
        }

        @Test
        void endsWhereThePictureDoes() {
            byte[] motion = joined(jpeg(4, 4), text("ftypmp42 " + SECRET));

            assertThat(left(FileType.JPEG, motion)).isEqualTo(jpeg(4, 4));
        }

        @Test
        void keepsItsColours() {
            byte[] file = with(segment(0xE2, text("ICC_PROFILE\0 colours")));

            assertThat(left(FileType.JPEG, file)).isEqualTo(file);
        }

        @Test
        void brokenOffIsBlankedAsFarAsItGoes() {
            byte[] broken = joined(text("\u00ff\u00d8\u00ff\u00e1\u00ff\u00ff"), text(SECRET));

            assertSilent(left(FileType.JPEG, broken));
        }
    }

    @Nested
    class Png {
        private byte[] chunk(String name, byte[] content) {
            ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
            chunk.putInt(content.length).put(text(name)).put(content);
            CRC32 check = new CRC32();
            check.update(chunk.array(), 4, content.length + 4);
            return chunk.putInt((int) check.getValue()).array();
        }

        private byte[] with(byte[]... chunks) {
            byte[] plain = png(40, 30);
            return joined(
                    Arrays.copyOf(plain, 33),
                    joined(chunks),
                    Arrays.copyOfRange(plain, 33, plain.length));
        }

        @Test
        void tellsNeitherWhereNorWithWhat() throws IOException {
            byte[] file =
                    with(
                            chunk("eXIf", tiff(ByteOrder.BIG_ENDIAN, 1)),
                            chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                            chunk("tEXt", text("Author\0Ben's phone")));

            byte[] left = left(FileType.PNG, joined(file, text(SECRET)));

            assertSilent(left);
            assertThat(left).hasSameSizeAs(file);
            assertSamePixels(file, left);
        }

        @Test
        void keepsWhichSideIsUp() {
            byte[] left = left(FileType.PNG, with(chunk("eXIf", tiff(ByteOrder.BIG_ENDIAN, 6))));

            assertSilent(left);
            assertThat(orientation(FileType.PNG, left)).isEqualTo(6);
        }
    }

    @Nested
    class Webp {
        private byte[] chunk(String name, byte[] content) {
            ByteBuffer chunk =
                    ByteBuffer.allocate(8 + content.length + content.length % 2)
                            .order(ByteOrder.LITTLE_ENDIAN);
            return chunk.put(text(name)).putInt(content.length).put(content).array();
        }

        private byte[] riff(byte[]... chunks) {
            byte[] content = joined(chunks);
            ByteBuffer riff = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            riff.put(text("RIFF")).putInt(4 + content.length).put(text("WEBP"));
            return joined(riff.array(), content);
        }

        private byte[] file(int orientation) {
            return riff(
                    chunk("VP8X", new byte[] {0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                    chunk("ICCP", text("colours")),
                    chunk("VP8 ", text("pixels")),
                    chunk("EXIF", tiff(ByteOrder.LITTLE_ENDIAN, orientation)),
                    chunk("XMP ", text(SECRET)));
        }

        @Test
        void tellsNeitherWhereNorWithWhat() {
            byte[] left = left(FileType.WEBP, joined(file(1), text(SECRET)));

            assertSilent(left);
            assertThat(left).hasSameSizeAs(file(1));
            assertThat(new String(left, StandardCharsets.ISO_8859_1))
                    .contains("colours", "pixels")
                    .doesNotContain("EXIF", "XMP ");
            assertThat(left[20]).isEqualTo((byte) 0x20);
        }

        @Test
        void keepsWhichSideIsUp() {
            byte[] left = left(FileType.WEBP, file(8));

            assertSilent(left);
            assertThat(orientation(FileType.WEBP, left)).isEqualTo(8);
            assertThat(left[20]).isEqualTo((byte) 0x28);
        }
    }

    @Nested
    class Boxes {
        private byte[] box(String name, byte[]... content) {
            byte[] within = joined(content);
            return joined(
                    ByteBuffer.allocate(4).putInt(8 + within.length).array(), text(name), within);
        }

        private byte[] numbers(int... numbers) {
            ByteBuffer octets = ByteBuffer.allocate(2 * numbers.length);
            Arrays.stream(numbers).forEach(number -> octets.putShort((short) number));
            return octets.array();
        }

        @Test
        void videoTellsNotWhereItWasTaken() {
            byte[] file =
                    joined(
                            box("ftyp", text("mp42\0\0\0\0mp42")),
                            box(
                                    "moov",
                                    box("mvhd", text("frames")),
                                    box("trak", box("meta", text(SECRET))),
                                    box("udta", box("\u00a9xyz", text(SECRET)))),
                            box("mdat", text("pixels")));

            byte[] left = left(FileType.MP4, file);

            assertSilent(left);
            assertThat(left).hasSameSizeAs(file);
            assertThat(new String(left, StandardCharsets.ISO_8859_1)).contains("frames", "pixels");
        }

        @Test
        void boxesWithinBoxesWithoutEndAreNoTrouble() {
            ByteBuffer deep = ByteBuffer.allocate(8_000_000);
            while (deep.hasRemaining()) {
                deep.putInt(deep.remaining()).put(text("moov"));
            }

            assertThat(left(FileType.MP4, deep.array())).hasSize(8_000_000);
        }

        @Test
        void heicTellsNotWhereItWasTaken() {
            byte[] type = box("ftyp", text("heic\0\0\0\0heic"));
            byte[] info =
                    box(
                            "iinf",
                            numbers(0, 0, 2),
                            box("infe", numbers(0x200, 0, 1, 0), text("hvc1"), text("\0")),
                            box("infe", numbers(0x200, 0, 2, 0), text("Exif"), text("\0")));
            int at = type.length + 12 + info.length + 8 + 6 + 2 + 2 * 14 + 8;
            byte[] places =
                    box(
                            "iloc",
                            numbers(0, 0, 0x4400, 2),
                            numbers(1, 0, 1, 0, at, 0, 6),
                            numbers(2, 0, 1, 0, at + 6, 0, SECRET.length()));
            byte[] file =
                    joined(
                            type,
                            box("meta", numbers(0, 0), info, places),
                            box("mdat", text("pixels" + SECRET)));

            byte[] left = left(FileType.HEIC, file);

            assertSilent(left);
            assertThat(new String(left, StandardCharsets.ISO_8859_1)).contains("pixels");
        }
    }
}

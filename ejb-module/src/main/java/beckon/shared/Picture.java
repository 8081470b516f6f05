package beckon.shared;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Draws small pictures anew from what people send: whatever else was in the file is gone.
 *
 * <p>What a file is, its first octets say. How many pixels it has, its head says; what claims too
 * many is not unpacked, and rows and columns are skipped while reading.
 */
public final class Picture {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final Set<String> DRAWINGS = Set.of("png", "jpeg");
    private static final Set<String> PHOTOS = Set.of("png", "jpeg", "gif");
    private static final long MOST_PIXELS = 64_000_000;

    /** A progressive one is unpacked whole: this many take 150 MB for a moment. */
    private static final long MOST_PIXELS_OF_PHOTO = 24_000_000;

    private static final int MOST_SIDE = 30_000;

    private Picture() {}

    /** The whole picture as a PNG, no wider and no higher than this; empty if it is none. */
    public static Optional<byte[]> within(int width, int height, byte[] octets) {
        return read(DRAWINGS, MOST_PIXELS, octets, Math.max(width, height))
                .map(
                        image -> {
                            double scale =
                                    Math.min(
                                            1,
                                            Math.min(
                                                    (double) width / image.getWidth(),
                                                    (double) height / image.getHeight()));
                            return png(
                                    image,
                                    Math.max(1, (int) Math.round(image.getWidth() * scale)),
                                    Math.max(1, (int) Math.round(image.getHeight() * scale)));
                        });
    }

    /** The middle of the picture as a square PNG of this side; empty if it is none. */
    public static Optional<byte[]> square(int side, byte[] octets) {
        return read(DRAWINGS, MOST_PIXELS, octets, side)
                .map(image -> png(middle(image), side, side));
    }

    /**
     * The middle of a photo as square JPEGs, one of each side; empty if it is none.
     *
     * @param sides the largest first
     */
    public static Optional<List<byte[]>> photos(byte[] octets, int... sides) {
        return read(PHOTOS, MOST_PIXELS_OF_PHOTO, octets, sides[0])
                .map(Picture::middle)
                .map(image -> IntStream.of(sides).mapToObj(side -> jpeg(image, side)).toList());
    }

    private static BufferedImage middle(BufferedImage image) {
        int edge = Math.min(image.getWidth(), image.getHeight());
        int x = (image.getWidth() - edge) / 2;
        int y = (image.getHeight() - edge) / 2;
        return image.getSubimage(x, y, edge, edge);
    }

    private static Optional<BufferedImage> read(
            Set<String> formats, long mostPixels, byte[] octets, int side) {
        String format = format(octets);
        if (!formats.contains(format)) {
            return Optional.empty();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(octets))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels || Math.max(width, height) > MOST_SIDE) {
                return Optional.empty();
            }
            int step = Math.max(1, Math.min(width, height) / (4 * side));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, every));
        } catch (IOException | RuntimeException damaged) {
            // the platform's readers throw all sorts of things at a damaged file
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static byte[] png(BufferedImage image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        return file(drawn(image, small, small.createGraphics()), "png");
    }

    /** On white, where the photo is transparent. */
    private static byte[] jpeg(BufferedImage image, int side) {
        BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        return file(drawn(image, small, graphics), "jpg");
    }

    private static BufferedImage drawn(
            BufferedImage image, BufferedImage small, Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(
                RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
        graphics.dispose();
        return small;
    }

    private static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String format(byte[] octets) {
        if (startsWith(octets, PNG)) {
            return "png";
        }
        return startsWith(octets, JPEG) ? "jpeg" : startsWith(octets, GIF) ? "gif" : "none";
    }

    private static boolean startsWith(byte[] octets, byte[] magic) {
        return octets.length > magic.length
                && Arrays.equals(octets, 0, magic.length, magic, 0, magic.length);
    }
}

package beckon.shared;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
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
    private static final long MOST_PIXELS = 64_000_000;
    private static final int MOST_SIDE = 30_000;

    private Picture() {}

    /** The whole picture as a PNG, no wider and no higher than this; empty if it is none. */
    public static Optional<byte[]> within(int width, int height, byte[] octets) {
        return read(octets, Math.max(width, height))
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
        return read(octets, side)
                .map(
                        image -> {
                            int edge = Math.min(image.getWidth(), image.getHeight());
                            int x = (image.getWidth() - edge) / 2;
                            int y = (image.getHeight() - edge) / 2;
                            return png(image.getSubimage(x, y, edge, edge), side, side);
                        });
    }

    private static Optional<BufferedImage> read(byte[] octets, int side) {
        String format = startsWith(octets, PNG) ? "png" : startsWith(octets, JPEG) ? "jpeg" : null;
        if (format == null) {
            return Optional.empty();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(octets))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE) {
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
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(
                RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "png", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean startsWith(byte[] octets, byte[] magic) {
        return octets.length > magic.length
                && Arrays.equals(octets, 0, magic.length, magic, 0, magic.length);
    }
}

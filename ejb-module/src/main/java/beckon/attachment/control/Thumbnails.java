package beckon.attachment.control;

import beckon.attachment.entity.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes small pictures of large ones, where the platform reads them.
 *
 * <p>How many pixels a picture has, its head says; what claims too many is not unpacked. Rows and
 * columns are skipped while reading, so that no picture is ever whole in memory (a progressive one,
 * which has to be, may have fewer pixels), and no more than two are read at once.
 */
final class Thumbnails {

    private static final System.Logger LOGGER = System.getLogger(Thumbnails.class.getName());

    /** The longer side, in pixels. */
    static final int SIDE = 192;

    /** More than any phone's camera takes in one picture for sending. */
    static final long MOST_PIXELS = 64_000_000;

    /** The same of one that is unpacked whole before its first row is known. */
    static final long MOST_AT_ONCE = 12_000_000;

    /** A row is unpacked whole, and may be as long as the head says. */
    static final int MOST_SIDE = 30_000;

    private static final Semaphore AT_ONCE = new Semaphore(2);
    private static final int PATIENCE_SECONDS = 5;

    private Thumbnails() {}

    /** A JPEG of the picture; empty if there is none, or it cannot be read. */
    static Optional<byte[]> of(FileType type, Picture picture, InputStream octets) {
        return switch (type) {
            case JPEG, PNG, GIF -> inTurn(type, picture, octets);
            case WEBP, HEIC, PDF, MP4 -> Optional.empty();
        };
    }

    private static Optional<byte[]> inTurn(FileType type, Picture picture, InputStream octets) {
        try {
            if (!AT_ONCE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(octets)) {
            return Optional.ofNullable(read(type, picture, in))
                    .map(Thumbnails::small)
                    .map(image -> turned(image, picture.orientation()))
                    .map(Thumbnails::jpeg);
        } catch (IOException | RuntimeException e) {
            // a damaged picture is still a file that somebody wants to send
            LOGGER.log(Level.DEBUG, "No thumbnail", e);
            return Optional.empty();
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage read(FileType type, Picture picture, ImageInputStream in)
            throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
        if (!readers.hasNext()) {
            return null;
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long most = picture.progressive() ? MOST_AT_ONCE : MOST_PIXELS;
            if ((long) width * height > most || Math.max(width, height) > MOST_SIDE) {
                return null;
            }
            int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage small(BufferedImage image) {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    /** With that side up which its maker saw above. */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation == Exif.UPRIGHT) {
            return image;
        }
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        boolean lying = orientation >= 5;
        BufferedImage turned =
                new BufferedImage(
                        1 + (lying ? bottom : right),
                        1 + (lying ? right : bottom),
                        image.getType());
        for (int y = 0; y <= bottom; y++) {
            for (int x = 0; x <= right; x++) {
                int across =
                        switch (orientation) {
                            case 2, 3 -> right - x;
                            case 5, 8 -> y;
                            case 6, 7 -> bottom - y;
                            default -> x;
                        };
                int down =
                        switch (orientation) {
                            case 3, 4 -> bottom - y;
                            case 5, 6 -> x;
                            case 7, 8 -> right - x;
                            default -> y;
                        };
                turned.setRGB(across, down, image.getRGB(x, y));
            }
        }
        return turned;
    }

    private static byte[] jpeg(BufferedImage small) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "jpg", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

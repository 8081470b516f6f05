package beckon.attachment.control;

import static beckon.attachment.FileFixtures.bomb;
import static beckon.attachment.FileFixtures.gif;
import static beckon.attachment.FileFixtures.jpeg;
import static beckon.attachment.FileFixtures.png;
import static beckon.attachment.FileFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.attachment.entity.FileType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailsTest {

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 192, 144",
        "300, 1200, 48, 192",
        "100, 50, 100, 50",
        "3000, 1, 192, 1",
        "1, 1, 1, 1"
    })
    void longerSideIsMadeToFit(int width, int height, int smallWidth, int smallHeight)
            throws IOException {
        BufferedImage small = picture(of(FileType.JPEG, jpeg(width, height)).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(smallWidth);
        assertThat(small.getHeight()).isEqualTo(smallHeight);
    }

    @Test
    void pngAndGifHaveOneToo() {
        assertThat(of(FileType.PNG, png(500, 500))).isPresent();
        assertThat(of(FileType.GIF, gif(500, 500))).isPresent();
    }

    @Test
    void pictureThatClaimsTooManyPixelsIsNotUnpacked() {
        assertThat(of(FileType.PNG, bomb(50_000, 50_000))).isEmpty();
    }

    @Test
    void pictureWithEndlessRowsIsNotUnpacked() {
        assertThat(of(FileType.PNG, png(30_000, 1))).isPresent();
        assertThat(of(FileType.PNG, png(30_001, 1))).isEmpty();
    }

    @Test
    void progressivePictureThatWouldBeUnpackedWholeHasOneOnlyIfItIsSmall() throws IOException {
        assertThat(of(FileType.JPEG, progressive(400, 300))).isPresent();
        assertThat(of(FileType.JPEG, progressive(4_000, 3_001))).isEmpty();
    }

    private static byte[] progressive(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    @Test
    void damagedPictureHasNone() {
        assertThat(of(FileType.PNG, bomb(400, 400))).isEmpty();
        assertThat(of(FileType.JPEG, text("\u00ff\u00d8\u00ff\u00e0 and no more"))).isEmpty();
    }

    @Test
    void whatThePlatformDoesNotReadHasNone() {
        assertThat(of(FileType.PDF, text("%PDF-1.7"))).isEmpty();
    }

    private static Optional<byte[]> of(FileType type, byte[] file) {
        return Thumbnails.of(
                type,
                Picture.anonymous(type, ByteBuffer.wrap(file.clone())),
                new ByteArrayInputStream(file));
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}

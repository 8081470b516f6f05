package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void wholePictureFitsAndKeepsItsShape() throws IOException {
        BufferedImage small = drawn(Picture.within(480, 160, file("png", 1200, 300)).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(120);
    }

    @Test
    void smallPictureStaysSmall() throws IOException {
        BufferedImage small = drawn(Picture.within(480, 160, file("png", 40, 20)).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(40);
    }

    @Test
    void middleMakesTheSquare() throws IOException {
        BufferedImage square = drawn(Picture.square(96, file("jpeg", 300, 200)).orElseThrow());

        assertThat(square.getWidth()).isEqualTo(96);
        assertThat(square.getHeight()).isEqualTo(96);
        assertThat(new Color(square.getRGB(48, 48)).getRed()).isGreaterThan(200);
    }

    @Test
    void whatWasHiddenInTheFileIsGone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file("png", 50, 50));
        out.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        byte[] anew = Picture.within(480, 160, out.toByteArray()).orElseThrow();

        assertThat(new String(anew, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void whatIsNoPictureIsNotDrawn() throws IOException {
        byte[] png = file("png", 50, 50);

        assertThat(Picture.within(9, 9, "<svg/>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(Picture.within(9, 9, new byte[0])).isEmpty();
        assertThat(Picture.within(9, 9, file("gif", 5, 5))).isEmpty();
        assertThat(Picture.within(9, 9, Arrays.copyOf(png, 30))).as("broken off").isEmpty();
    }

    @Test
    void photoBecomesSquareJpegsWithoutWhatElseWasInTheFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file("jpeg", 300, 200));
        out.write("GPS 48.85, 2.35".getBytes(StandardCharsets.US_ASCII));

        List<byte[]> photos = Picture.photos(out.toByteArray(), 256, 96).orElseThrow();

        assertThat(photos).extracting(each -> drawn(each).getWidth()).containsExactly(256, 96);
        assertThat(photos).extracting(each -> drawn(each).getHeight()).containsExactly(256, 96);
        assertThat(photos.get(0)).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(new String(photos.get(0), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void photosAreTakenAsPngAndGifAsWell() throws IOException {
        assertThat(Picture.photos(file("png", 20, 20), 96)).isPresent();
        assertThat(Picture.photos(file("gif", 20, 20), 96)).isPresent();
        assertThat(Picture.photos(file("bmp", 20, 20), 96)).isEmpty();
    }

    @Test
    void transparentPhotoIsDrawnOnWhite() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png", out);

        byte[] photo = Picture.photos(out.toByteArray(), 96).orElseThrow().get(0);

        assertThat(new Color(drawn(photo).getRGB(48, 48))).isEqualTo(Color.WHITE);
    }

    @Test
    void pictureThatClaimsTooManyPixelsIsNotUnpacked() throws IOException {
        byte[] png = file("png", 50, 50);
        png[16] = 0;
        png[17] = 1;
        png[21] = 1;

        assertThat(Picture.within(9, 9, png)).isEmpty();
    }

    private static BufferedImage drawn(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] file(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, Color.ORANGE.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}

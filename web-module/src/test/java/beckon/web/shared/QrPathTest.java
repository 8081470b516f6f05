package beckon.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import org.junit.jupiter.api.Test;

class QrPathTest {
    private static final String URL = "https://beckon.example/join/" + "x".repeat(43);

    @Test
    void drawsEachDarkModuleOnce() {
        QrCode code = QrCode.encodeText(URL, QrCode.Ecc.MEDIUM);
        int dark = 0;
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                dark += code.getModule(x, y) ? 1 : 0;
            }
        }

        QrPath path = QrPath.of(URL);

        assertThat(path.size()).isEqualTo(code.size);
        assertThat(path.path().split("z")).hasSize(dark);
        assertThat(path.path()).startsWith("M0 0h1v1h-1z").matches("[Mhvz0-9 -]+");
    }

    @Test
    void leavesTheQuietThatScannersNeed() {
        QrPath path = QrPath.of(URL);

        assertThat(path.viewBox())
                .isEqualTo("-4 -4 " + (path.size() + 8) + " " + (path.size() + 8));
    }
}

package beckon.person.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
                        + "|Firefox|Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0|Edge|Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) Version/18.5 Safari/605.1.15|Safari|macOS",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/138.0.0.0 Safari/537.36|Chrome|Linux",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/138.0.0.0 Safari/537.36 OPR/122.0.0.0|Opera|Linux",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/138.0.0.0 Safari/537.36|Chrome|ChromeOS",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"
                        + "|Samsung Internet|Android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
                        + "|Safari|iPhone",
                "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) CriOS/138.0.7204.33 Mobile/15E148 Safari/604.1|Chrome|iPad",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15"
                        + "|Firefox|iPhone",
            })
    void commonBrowsersAreKnown(String userAgent, String browser, String system) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(browser, system));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "curl/8.5.0", "<b>\u202e"})
    void whatIsNotKnownHasNoName(String userAgent) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(null, null));
    }

    @Test
    void systemIsKnownWithoutTheBrowser() {
        assertThat(Device.of("Links (2.29; Linux 6.8 x86_64)"))
                .isEqualTo(new Device(null, "Linux"));
    }
}

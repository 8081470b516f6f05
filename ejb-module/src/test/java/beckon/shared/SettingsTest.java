package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void everythingHasADefault() {
        Settings settings = new Settings(Map.of());

        assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8080");
        assertThat(settings.demo()).isFalse();
        assertThat(settings.demoPassword()).isEmpty();
        assertThat(settings.invitesPerDay()).isEqualTo(500);
        assertThat(settings.retrySchedule())
                .startsWith(Duration.ofMinutes(1))
                .endsWith(Duration.ofHours(24))
                .hasSize(7);
    }

    @Test
    void baseUrlFollowsThePortAndLosesItsSlash() {
        assertThat(new Settings(Map.of("BECKON_HTTP_PORT", "8380")).baseUrl())
                .hasToString("http://127.0.0.1:8380");
        assertThat(new Settings(Map.of("BECKON_BASE_URL", "https://in.acme.example/")).baseUrl())
                .hasToString("https://in.acme.example");
    }

    @Test
    void valueMayComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from a file\n");

        assertThat(
                        new Settings(Map.of("BECKON_DEMO_PASSWORD_FILE", file.toString()))
                                .demoPassword())
                .contains("from a file");
    }

    @ParameterizedTest
    @CsvSource({
        "BECKON_HTTP_PORT, 0",
        "BECKON_HTTP_PORT, http",
        "BECKON_BASE_URL, acme.example",
        "BECKON_BASE_URL, ftp://acme.example",
        "BECKON_BASE_URL, https://acme.example?x=1",
        "BECKON_DEMO, yes",
        "BECKON_INVITES_PER_DAY, -1",
        "BECKON_HOME_COUNTRY, France",
        "BECKON_APP_COUNTRIES, 'FR,XX'",
        "BECKON_APP_TEXTS_PER_DAY, -1",
        "BECKON_MAIL_FROM, nobody",
        "BECKON_RETRY_SCHEDULE, '1m,soon'",
        "BECKON_RETRY_SCHEDULE, 0m",
        "BECKON_TOKEN_KEY, c2hvcnQ=",
        "BECKON_TOKEN_KEY, '!!!'",
        "BECKON_TOKEN_KEY_FILE, /nowhere/at/all",
    })
    void wrongValueIsNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Map.of(name, value)))
                .withMessageContaining(name);
    }

    @Test
    void textsAreSentIfThereIsSomethingToSendThemBy() {
        assertThat(new Settings(Map.of()).sendsTexts()).isFalse();
        assertThat(new Settings(Map.of("BECKON_SMPP_HOST", "smsc.example")).sendsTexts()).isTrue();
        Map<String, String> gateway =
                Map.of("BECKON_TEXT_PROTOCOL", "http", "BECKON_SMPP_HOST", "smsc.example");
        assertThat(new Settings(gateway).sendsTexts()).isFalse();
        Map<String, String> whole = new java.util.HashMap<>(gateway);
        whole.put("BECKON_TEXT_GATEWAY_URL", "https://gateway.example/");
        assertThat(new Settings(whole).sendsTexts()).isTrue();
    }
}

package beckon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @TempDir private Path folder;

    @AfterEach
    void forget() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("beckon."));
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("env.BECKON_"));
    }

    @ParameterizedTest
    @CsvSource({
        "BECKON_HTTP_PORT, 80a",
        "BECKON_HTTP_PORT, 70000",
        "BECKON_SMTP_PORT, 0",
        "BECKON_SMTP_TLS, maybe",
        "BECKON_SMPP_TLS, maybe",
        "BECKON_DB_URL, jdbc:mysql://host/db",
        "BECKON_MAIL_CONNECTIONS, many",
        "BECKON_SMPP_PORT, 0",
        "BECKON_TEXT_CONNECTIONS, 0",
        "BECKON_TEXT_PROTOCOL, PIGEON",
        "BECKON_TEXT_FROM, Beckon Invites You",
        "BECKON_TEXT_GATEWAY_URL, localhost:13013"
    })
    void wrongValueIsNamedWithItsKey(String key, String value) {
        var other = Map.of("BECKON_TEXT_PROTOCOL", "http");
        var values = new HashMap<>(key.contains("GATEWAY") ? other : Map.of());
        values.put(key, value);

        assertThatThrownBy(() -> environment(values).apply())
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(key + "=" + value + " is not ");
    }

    @Test
    void portInUseIsSaidWithTheSettingThatChangesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(taken.getLocalPort());

            assertThatThrownBy(
                            () -> environment(Map.of("BECKON_HTTP_PORT", port)).requireFreePorts())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageEndingWith("BECKON_HTTP_PORT");
        }
    }

    @Test
    void emptyMeansNoUser() {
        environment(Map.of("BECKON_SMTP_USER", "", "BECKON_SMTP_PASSWORD", "")).apply();

        assertThat(System.getProperty("env.BECKON_SMTP_USER")).isEqualTo(" ");
        assertThat(System.getProperty("env.BECKON_SMTP_PASSWORD")).isEqualTo(" ");
    }

    @Test
    void postgresqlGetsItsDriverAndBatchesAndKeepsRowsOutOfTheLog() {
        environment(Map.of("BECKON_DB_URL", "jdbc:postgresql://db/beckon?ssl=true")).apply();

        assertThat(System.getProperty("beckon.db.driver")).isEqualTo("postgresql");
        assertThat(System.getProperty("beckon.db.url"))
                .isEqualTo(
                        "jdbc:postgresql://db/beckon?ssl=true&reWriteBatchedInserts=true"
                                + "&logServerErrorDetail=false");
    }

    @Test
    void withoutAnAddressTheDatabaseIsLeftToTheServersDefault() {
        environment(Map.of()).apply();

        assertThat(System.getProperty("beckon.db.url")).isNull();
    }

    @Test
    void secretComesFromItsFile() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "s3cret\n");

        environment(Map.of("BECKON_DB_PASSWORD_FILE", file.toString())).apply();

        assertThat(System.getProperty("env.BECKON_DB_PASSWORD")).isEqualTo("s3cret");
    }

    @Test
    void cookiesAreSecureWherePeopleComeByHttps() {
        environment(Map.of("BECKON_BASE_URL", "https://beckon.acme.example")).apply();

        assertThat(System.getProperty("beckon.cookie.secure")).isEqualTo("true");
    }

    @Test
    void passwordThatSmppDoesNotPermitIsNotShown() {
        assertThatThrownBy(
                        () -> environment(Map.of("BECKON_SMPP_PASSWORD", "correct-horse")).apply())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("BECKON_SMPP_PASSWORD")
                .hasMessageNotContaining("correct-horse");
    }

    private Environment environment(Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("BECKON_DATA_DIR", folder.toString());
        return new Environment(all);
    }
}

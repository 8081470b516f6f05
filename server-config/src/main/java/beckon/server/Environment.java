package beckon.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The settings that the server itself reads, before any application runs.
 *
 * <p>Beckon's own settings are checked by the application. A secret may come from a file named by
 * the same key with {@code _FILE}.
 */
final class Environment {

    private static final Set<String> SMPP_TLS = Set.of("NONE", "REQUIRED");
    private static final Set<String> TLS = Set.of("NONE", "STARTTLS", "IMPLICIT");
    private static final Set<String> PROTOCOLS = Set.of("SMPP", "HTTP");
    private static final int LONGEST_SMPP_PASSWORD = 8;
    private static final String SENDER =
            "\\+[1-9]\\d{4,14}|\\d{2,8}"
                    + "|(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9 ._&-]{0,9}[A-Za-z0-9])?";
    private static final List<String> NUMBERS =
            List.of(
                    "BECKON_DB_CONNECTIONS",
                    "BECKON_HTTP_THREADS",
                    "BECKON_MAIL_CONNECTIONS",
                    "BECKON_MAIL_CONSUMERS",
                    "BECKON_TEXT_CONNECTIONS",
                    "BECKON_TEXT_CONSUMERS",
                    "BECKON_TEXT_WINDOW");
    private static final List<String> SECRETS =
            List.of(
                    "BECKON_DB_PASSWORD",
                    "BECKON_SMTP_PASSWORD",
                    "BECKON_SMPP_PASSWORD",
                    "BECKON_TEXT_GATEWAY_PASSWORD");

    private static final List<String> MAY_BE_EMPTY =
            List.of(
                    "BECKON_SMTP_USER",
                    "BECKON_SMTP_PASSWORD",
                    "BECKON_SMPP_PASSWORD",
                    "BECKON_TEXT_GATEWAY_URL",
                    "BECKON_TEXT_GATEWAY_USER",
                    "BECKON_TEXT_GATEWAY_PASSWORD",
                    "BECKON_TEXT_RECEIPT_URL");

    private final Map<String, String> values;

    Environment(Map<String, String> values) {
        this.values = values;
    }

    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    Path dataDir() {
        return Path.of(required("BECKON_DATA_DIR")).toAbsolutePath();
    }

    String baseUrl() {
        return get(
                "BECKON_BASE_URL",
                "http://" + get("BECKON_HTTP_HOST", "127.0.0.1") + ":" + httpPort());
    }

    /** Where this machine reaches the server, whatever people type. */
    String localUrl() {
        var host = get("BECKON_HTTP_HOST", "127.0.0.1");
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + httpPort();
    }

    /** Hands to WildFly what is not in the environment as it stands. */
    void apply() {
        check();
        var database = get("BECKON_DB_URL", "");
        if (database.startsWith("jdbc:postgresql:")) {
            System.setProperty("beckon.db.driver", "postgresql");
            System.setProperty(
                    "beckon.db.sorter",
                    "org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLExceptionSorter");
            System.setProperty("beckon.db.url", tuned(database));
        } else if (!database.isEmpty()) {
            System.setProperty("beckon.db.url", database);
        }
        System.setProperty(
                "beckon.cookie.secure", String.valueOf(baseUrl().startsWith("https://")));
        for (var key : MAY_BE_EMPTY) {
            if (get(key, " ").isEmpty()) {
                // the server takes no empty values
                System.setProperty("env." + key, " ");
            }
        }
        for (var secret : SECRETS) {
            var file = values.get(secret + "_FILE");
            if (file != null) {
                System.setProperty("env." + secret, content(secret + "_FILE", Path.of(file)));
            }
        }
    }

    private void check() {
        dataDir();
        httpPort();
        managementPort();
        port("BECKON_SMTP_PORT", 25);
        port("BECKON_SMPP_PORT", 2775);
        for (var key : NUMBERS) {
            number(key, 1, 1, 1000);
        }
        var tls = get("BECKON_SMTP_TLS", "NONE");
        require(
                TLS.contains(tls.toUpperCase(Locale.ROOT)),
                "BECKON_SMTP_TLS",
                tls,
                "one of NONE, STARTTLS, IMPLICIT");
        var smppTls = get("BECKON_SMPP_TLS", "NONE");
        require(
                SMPP_TLS.contains(smppTls.toUpperCase(Locale.ROOT)),
                "BECKON_SMPP_TLS",
                smppTls,
                "one of NONE, REQUIRED");
        checkTexts();
        var database = values.get("BECKON_DB_URL");
        require(
                database == null
                        || database.startsWith("jdbc:postgresql:")
                        || database.startsWith("jdbc:h2:"),
                "BECKON_DB_URL",
                database,
                "a jdbc:postgresql: or jdbc:h2: address");
    }

    private void checkTexts() {
        var protocol = get("BECKON_TEXT_PROTOCOL", "SMPP").toUpperCase(Locale.ROOT);
        require(PROTOCOLS.contains(protocol), "BECKON_TEXT_PROTOCOL", protocol, "SMPP or HTTP");
        var sender = get("BECKON_TEXT_FROM", "Beckon");
        require(
                sender.matches(SENDER),
                "BECKON_TEXT_FROM",
                sender,
                "a number with its plus, a short code, or at most 11 letters");
        var gateway = get("BECKON_TEXT_GATEWAY_URL", "").strip();
        require(
                protocol.equals("SMPP") || gateway.matches("https?://.+"),
                "BECKON_TEXT_GATEWAY_URL",
                gateway,
                "the http or https address of a gateway");
        var password = get("BECKON_SMPP_PASSWORD", "");
        // not shown: it is a secret
        require(
                password.length() <= LONGEST_SMPP_PASSWORD,
                "BECKON_SMPP_PASSWORD",
                "…",
                "short enough: SMPP permits 8 characters");
    }

    void requireFreePorts() {
        requireFree("BECKON_HTTP_PORT", get("BECKON_HTTP_HOST", "127.0.0.1"), httpPort());
        requireFree("BECKON_MANAGEMENT_PORT", "127.0.0.1", managementPort());
    }

    int httpPort() {
        return port("BECKON_HTTP_PORT", 8080);
    }

    int managementPort() {
        return port("BECKON_MANAGEMENT_PORT", 9990);
    }

    private static void requireFree(String key, String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new StartException(
                    "port "
                            + port
                            + " on "
                            + host
                            + " cannot be used ("
                            + e.getMessage()
                            + "); stop what listens there, or set "
                            + key);
        }
    }

    /** Writes in batches, and keeps what rows hold out of failures, which are logged. */
    private static String tuned(String url) {
        return with(with(url, "reWriteBatchedInserts", true), "logServerErrorDetail", false);
    }

    private static String with(String url, String property, boolean value) {
        return url.contains(property + "=")
                ? url
                : url + (url.contains("?") ? "&" : "?") + property + "=" + value;
    }

    private static String content(String key, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException(key + ": " + file + " cannot be read");
        }
    }

    private String required(String key) {
        var value = values.get(key);
        require(value != null && !value.isBlank(), key, value, "a folder that Beckon may write to");
        return value;
    }

    private int port(String key, int standard) {
        return number(key, standard, 1, 65535);
    }

    private int number(String key, int standard, int least, int most) {
        var value = values.get(key);
        if (value == null) {
            return standard;
        }
        var valid = value.matches("\\d{1,9}");
        require(
                valid && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most,
                key,
                value,
                "a number from " + least + " to " + most);
        return Integer.parseInt(value);
    }

    private String get(String key, String standard) {
        return values.getOrDefault(key, standard);
    }

    private static void require(boolean holds, String key, String value, String expected) {
        if (!holds) {
            throw new StartException(key + "=" + value + " is not " + expected);
        }
    }
}

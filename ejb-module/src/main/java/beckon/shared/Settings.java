package beckon.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator has set, from environment variables; a wrong value stops the start and is named.
 *
 * <p>Each may come from a file instead: {@code BECKON_TOKEN_KEY_FILE} names one that holds {@code
 * BECKON_TOKEN_KEY}. What the server itself needs (ports, database, mail server) is read by the
 * server's own configuration.
 */
@ApplicationScoped
public class Settings {

    private static final long OCTETS_OF_A_HASH = 20L << 20;

    private final Map<String, String> environment;

    private final URI baseUrl;
    private final Path dataDir;
    private final Path attachmentDir;
    private final boolean demo;
    private final String demoPassword;
    private final String tokenKeys;
    private final int invitesPerDay;
    private final int invitesPerRecipientPerDay;
    private final EmailAddress mailFrom;
    private final List<Duration> retrySchedule;
    private final int parallelHashes;
    private final boolean sendsTexts;
    private final String incomingKey;
    private final String homeCountry;
    private final Set<String> appCountries;
    private final int appTextsPerDay;
    private final List<String> dnsServers;
    private final Duration holdAfter;

    /** The European Economic Area, the United Kingdom, Switzerland, North America. */
    private static final String NEAR =
            "AT,AX,BE,BG,CA,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GF,GP,GR,HR,HU,IE,IS,IT,LI,LT,LU,LV,MQ,MT,"
                    + "NL,NO,PL,PT,RE,RO,SE,SI,SK,US,YT";

    public Settings() {
        this(System.getenv());
    }

    /**
     * @throws IllegalArgumentException naming the variable whose value is wrong
     */
    public Settings(Map<String, String> environment) {
        this.environment = environment;
        int port = number("BECKON_HTTP_PORT", 8080, 1, 65_535);
        baseUrl = read("BECKON_BASE_URL", "http://127.0.0.1:" + port, Settings::webAddress);
        dataDir = read("BECKON_DATA_DIR", "data", text -> Path.of(text).toAbsolutePath());
        attachmentDir =
                read(
                        "BECKON_ATTACHMENT_DIR",
                        dataDir.resolve("attachments").toString(),
                        text -> Path.of(text).toAbsolutePath());
        demo = read("BECKON_DEMO", "false", Settings::yesOrNo);
        demoPassword = find("BECKON_DEMO_PASSWORD").orElse(null);
        tokenKeys = read("BECKON_TOKEN_KEY", "", Settings::strongKeys);
        invitesPerDay = number("BECKON_INVITES_PER_DAY", 500, 0, 100_000_000);
        invitesPerRecipientPerDay =
                number("BECKON_INVITES_PER_RECIPIENT_PER_DAY", 5, 1, 100_000_000);
        mailFrom = read("BECKON_MAIL_FROM", "invitations@beckon.example", EmailAddress::of);
        retrySchedule =
                read("BECKON_RETRY_SCHEDULE", "1m,5m,15m,1h,4h,12h,24h", Settings::durations);
        parallelHashes = number("BECKON_PARALLEL_HASHES", hashesThatFit(), 1, 1_000);
        boolean gateway = "HTTP".equalsIgnoreCase(find("BECKON_TEXT_PROTOCOL").orElse("SMPP"));
        sendsTexts = find(gateway ? "BECKON_TEXT_GATEWAY_URL" : "BECKON_SMPP_HOST").isPresent();
        incomingKey = read("BECKON_TEXT_INCOMING_KEY", "", Settings::hardToGuess);
        homeCountry = read("BECKON_HOME_COUNTRY", "FR", Settings::country);
        appCountries = read("BECKON_APP_COUNTRIES", NEAR, Settings::countries);
        appTextsPerDay = number("BECKON_APP_TEXTS_PER_DAY", 1_000, 0, 100_000_000);
        dnsServers = read("BECKON_DNS_SERVERS", "", Settings::servers);
        holdAfter = read("BECKON_HOLD_AFTER", "6h", text -> durations(text).get(0));
    }

    /** Where people reach Beckon, without a trailing slash; every link begins with it. */
    public URI baseUrl() {
        return baseUrl;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** Where files lie that go along with invitations; the same place for every node. */
    public Path attachmentDir() {
        return attachmentDir;
    }

    /** Whether the first start makes the demo company. */
    public boolean demo() {
        return demo;
    }

    /** What the demo's people sign in with; empty: drawn at the first start. */
    public Optional<String> demoPassword() {
        return Optional.ofNullable(demoPassword);
    }

    /** Base64 keys of at least 32 octets, parted by commas, the current one first. */
    public Optional<String> tokenKeys() {
        return Optional.of(tokenKeys).filter(keys -> !keys.isEmpty());
    }

    /** How many invitations one member may send in 24 hours. */
    public int invitesPerDay() {
        return invitesPerDay;
    }

    /** How many invitations one address may get in 24 hours, from whomever. */
    public int invitesPerRecipientPerDay() {
        return invitesPerRecipientPerDay;
    }

    /** Whom our mail comes from. */
    public EmailAddress smtpFrom() {
        return mailFrom;
    }

    /** How long to wait after the first, second, … failed attempt. */
    public List<Duration> retrySchedule() {
        return retrySchedule;
    }

    /** Whether the server has been told of a message centre or a gateway. */
    public boolean sendsTexts() {
        return sendsTexts;
    }

    /** What a gateway that brings us people's texts proves itself by; empty: none does. */
    public Optional<String> incomingKey() {
        return Optional.of(incomingKey).filter(key -> !key.isEmpty());
    }

    /** ISO 3166 code of the country whose numbers visitors need not write with their code. */
    public String homeCountry() {
        return homeCountry;
    }

    /** ISO 3166 codes of the countries to which visitors may have the app's link sent. */
    public Set<String> appCountries() {
        return appCountries;
    }

    /** How many texts with the app's link may go out in 24 hours, half of them to one country. */
    public int appTextsPerDay() {
        return appTextsPerDay;
    }

    /** How many passwords may be hashed at once; each takes 19 MiB of heap and a processor. */
    public int parallelHashes() {
        return parallelHashes;
    }

    /**
     * Whom to ask about domains, as {@code host} or {@code host:port}; empty: as the machine does.
     */
    public List<String> dnsServers() {
        return dnsServers;
    }

    /** After how long a stillness the database is taken for a restored one. */
    public Duration holdAfter() {
        return holdAfter;
    }

    /** One for each processor, but no more than a quarter of the heap has room for. */
    private static int hashesThatFit() {
        Runtime runtime = Runtime.getRuntime();
        long room = runtime.maxMemory() / 4 / OCTETS_OF_A_HASH;
        return (int) Math.max(1, Math.min(runtime.availableProcessors(), room));
    }

    private int number(String name, int otherwise, int least, int most) {
        return read(
                name,
                Integer.toString(otherwise),
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new IllegalArgumentException("must be from " + least + " to " + most);
                    }
                    return value;
                });
    }

    private <T> T read(String name, String otherwise, Function<String, T> parser) {
        try {
            return parser.apply(find(name).orElse(otherwise));
        } catch (IllegalArgumentException | DateTimeException e) {
            // the value may be a secret: only the parser's own words go on
            throw new IllegalArgumentException(name + " is not valid: " + e.getMessage(), e);
        }
    }

    private Optional<String> find(String name) {
        String file = environment.get(name + "_FILE");
        if (file == null || file.isBlank()) {
            return Optional.ofNullable(environment.get(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException(name + "_FILE cannot be read", e);
        }
    }

    private static URI webAddress(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean plain =
                uri.getHost() != null
                        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && uri.getRawUserInfo() == null;
        if (!plain) {
            throw new IllegalArgumentException("must be http://… or https://…");
        }
        return uri;
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static String hardToGuess(String text) {
        if (!text.isEmpty() && !text.matches("[A-Za-z0-9_-]{32,200}")) {
            throw new IllegalArgumentException("32 letters and figures or more, drawn at random");
        }
        return text;
    }

    private static String strongKeys(String text) {
        for (String key : text.isEmpty() ? new String[0] : text.split(",")) {
            if (Base64.getDecoder().decode(key.strip()).length < 32) {
                throw new IllegalArgumentException("must be base64 of at least 32 octets");
            }
        }
        return text;
    }

    private static String country(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new IllegalArgumentException("must be a country such as FR");
        }
        return code;
    }

    private static Set<String> countries(String text) {
        return Arrays.stream(text.split(","))
                .map(Settings::country)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> servers(String text) {
        List<String> servers = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            String server = part.strip();
            if (!server.matches("([\\w.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?")) {
                throw new IllegalArgumentException("must be such as 10.0.0.53,10.0.1.53:5353");
            }
            servers.add(server);
        }
        return List.copyOf(servers);
    }

    private static List<Duration> durations(String text) {
        List<Duration> durations = new ArrayList<>();
        for (String part : text.split(",")) {
            Duration duration = Duration.parse("PT" + part.strip().toUpperCase(Locale.ROOT));
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("must be such as 1m,5m,1h");
            }
            durations.add(duration);
        }
        return List.copyOf(durations);
    }
}

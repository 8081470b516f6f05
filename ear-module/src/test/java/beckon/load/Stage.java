package beckon.load;

import beckon.server.Launcher;
import beckon.server.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;

/**
 * A Beckon of one's own: a database, a mail server and a server process that can be started,
 * stopped and killed.
 */
public final class Stage implements AutoCloseable {

    /** The demo company's admin. */
    public static final String ANNA = "anna@acme.example";

    public static final String PASSWORD = "violet-tram-anchored-42";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Launcher launcher;
    private final SmtpSink sink;
    private SmppSink messageCentre;
    private EmbeddedPostgres postgres;
    private int databasePort;
    private Server server;
    private String token;

    private Stage(Path folder, EmbeddedPostgres postgres) throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        this.sink = new SmtpSink();
        launcher =
                Launcher.of(Path.of(property("test.server")))
                        .deploy(Path.of(property("test.ear")))
                        .portOffset(Integer.getInteger("test.port.offset", 100))
                        .dataDir(folder.resolve("data"))
                        .logTo(folder.resolve("server.log"))
                        .with("BECKON_DEMO", "true")
                        .with("BECKON_DEMO_PASSWORD", PASSWORD)
                        .with("BECKON_INVITES_PER_DAY", "100000000")
                        .with("BECKON_RETRY_SCHEDULE", "1s,2s,4s,8s,16s,30s,60s,120s,240s")
                        .with("BECKON_SMTP_HOST", "127.0.0.1")
                        .with("BECKON_SMTP_PORT", String.valueOf(sink.port()));
        if (System.getProperty("test.jvm") != null) {
            launcher.jvmOptions(System.getProperty("test.jvm").split(" "));
        }
        if (postgres != null) {
            launcher.with("BECKON_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                    .with("BECKON_DB_USER", "postgres")
                    .with("BECKON_DB_PASSWORD", "postgres");
        }
    }

    /** On the embedded database, everything afresh. */
    public static Stage onH2(Path folder) throws IOException {
        delete(folder);
        return new Stage(folder, null);
    }

    /** On a PostgreSQL beside it that keeps its promises, everything afresh. */
    public static Stage onPostgresql(Path folder) throws IOException {
        delete(folder);
        return new Stage(folder, postgresql(folder, 0));
    }

    /** On a PostgreSQL that is not there until {@link #startDatabase} says so. */
    public static Stage onLatePostgresql(Path folder) throws IOException {
        delete(folder);
        var stage = new Stage(folder, null);
        try (var free = new ServerSocket(0)) {
            stage.databasePort = free.getLocalPort();
        }
        stage.launcher
                .with(
                        "BECKON_DB_URL",
                        "jdbc:postgresql://localhost:" + stage.databasePort + "/postgres")
                .with("BECKON_DB_USER", "postgres")
                .with("BECKON_DB_PASSWORD", "postgres");
        return stage;
    }

    /** Brings the late database. */
    public void startDatabase() throws IOException {
        postgres = postgresql(folder, databasePort);
    }

    private static EmbeddedPostgres postgresql(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    /** Brings a message centre, before {@link #start()}. */
    public SmppSink withMessageCentre() throws IOException {
        messageCentre = new SmppSink();
        launcher.with("BECKON_SMPP_HOST", "127.0.0.1")
                .with("BECKON_SMPP_PORT", String.valueOf(messageCentre.port()));
        return messageCentre;
    }

    /** Lets the demo company send more texts than anybody wants to pay for. */
    public void letText() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update invitation_policy set texts_per_day = 10000000,"
                            + " texts_per_prefix = 10000");
        }
    }

    /** What PostgreSQL does by itself within a minute, if it is not kept too busy. */
    public void gatherStatistics() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    public SmppSink messageCentre() {
        return messageCentre;
    }

    public SmtpSink sink() {
        return sink;
    }

    public Server server() {
        return server;
    }

    /** For settings beyond the usual ones, before {@link #start()}. */
    public Launcher launcher() {
        return launcher;
    }

    /** Starts the server and waits until it is ready. */
    public Server start() throws IOException, InterruptedException {
        return launch().awaitReady(PATIENCE);
    }

    /** Starts the server without waiting for anything. */
    public Server launch() throws IOException {
        server = launcher.start();
        return server;
    }

    /** An API token of the demo company's admin; drawn once. */
    public String token() throws IOException {
        if (token == null) {
            token = RestClient.signIn(server.url(), ANNA, PASSWORD);
        }
        return token;
    }

    public RestClient client() throws IOException {
        return new RestClient(server.url(), token());
    }

    /** A connection to the PostgreSQL beside the server. */
    public Connection database() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** The process id of the database. */
    public long databasePid() throws IOException {
        try (var lines = Files.lines(folder.resolve("postgresql/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    /** Everything that is kept of this stage. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop();
        }
        sink.close();
        if (messageCentre != null) {
            messageCentre.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("system property " + name + " is not set");
        }
        return value;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

package beckon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the run command does once everything is built: starts Beckon with its demo company and the
 * postbox, says where it is, and stays until it is told to stop.
 *
 * <p>Every setting may be overruled by the environment. The demo password is drawn once and kept
 * beside the data.
 */
public final class DevelopmentRun {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Map<String, String> settings = new TreeMap<>();

    private DevelopmentRun(Path project, Map<String, String> environment) {
        settings.put("BECKON_HTTP_PORT", "8080");
        settings.put("BECKON_MANAGEMENT_PORT", "9990");
        settings.put("BECKON_DATA_DIR", project.resolve(".beckon").toString());
        settings.put("BECKON_DEMO", "true");
        settings.put("BECKON_INVITES_PER_DAY", "1000000");
        settings.put("BECKON_POSTBOX_SMTP_PORT", "2525");
        settings.put("BECKON_POSTBOX_SMPP_PORT", "2775");
        environment.forEach(
                (key, value) -> {
                    if (key.startsWith("BECKON_")) {
                        settings.put(key, value);
                    }
                });
        settings.putIfAbsent("BECKON_SMTP_HOST", "127.0.0.1");
        settings.putIfAbsent("BECKON_SMTP_PORT", settings.get("BECKON_POSTBOX_SMTP_PORT"));
        settings.putIfAbsent("BECKON_SMPP_HOST", "127.0.0.1");
        settings.putIfAbsent("BECKON_SMPP_PORT", settings.get("BECKON_POSTBOX_SMPP_PORT"));
        settings.putIfAbsent(
                "BECKON_BASE_URL", "http://127.0.0.1:" + settings.get("BECKON_HTTP_PORT"));
    }

    /**
     * Runs until stopped.
     *
     * @param arguments the project's folder, the server, then the archives to deploy
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var project = Path.of(arguments[0]).toAbsolutePath().normalize();
        var archives = new Path[arguments.length - 2];
        for (int i = 0; i < archives.length; i++) {
            archives[i] = Path.of(arguments[i + 2]);
        }
        try {
            new DevelopmentRun(project, System.getenv()).run(Path.of(arguments[1]), archives);
        } catch (StartException e) {
            System.err.println("\nBeckon did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(Path home, Path... archives) throws IOException, InterruptedException {
        var data = Path.of(settings.get("BECKON_DATA_DIR"));
        Files.createDirectories(data);
        settings.putIfAbsent("BECKON_DEMO_PASSWORD", demoPassword(data.resolve("demo.password")));
        var launcher = Launcher.of(home).deploy(archives);
        settings.forEach(launcher::with);
        var server = launcher.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "beckon-stop"));
        server.awaitReady(PATIENCE);
        System.out.println(greeting(data));
        var exit = server.await();
        if (exit != 0) {
            throw new StartException("the server ended with exit code " + exit);
        }
    }

    private static String demoPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new SecureRandom();
            var password = new StringBuilder();
            for (int i = 0; i < 16; i++) {
                password.append(i > 0 && i % 4 == 0 ? "-" : "")
                        .append(READABLE.charAt(random.nextInt(READABLE.length())));
            }
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        }
        return Files.readString(file).strip();
    }

    private String greeting(Path data) {
        var url = settings.get("BECKON_BASE_URL");
        return """

                  Beckon is ready.

                    Beckon     %s/
                    Sign in    anna@acme.example (admin), ben@acme.example, gina@guest.example
                    Password   %s
                    Postbox    %s/postbox/  (every mail and text that Beckon sends)

                    Ctrl-C stops it; what you did is kept in %s
                """
                .formatted(url, settings.get("BECKON_DEMO_PASSWORD"), url, data);
    }
}

package beckon.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts a server as a child process with settings of its own.
 *
 * <p>A description of one start: every call adds to it, {@link #start()} may be called again with
 * the same settings after the server has ended. Settings of our own process whose names begin with
 * {@code BECKON_} are not inherited.
 */
public final class Launcher {

    private final Path home;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private List<Path> archives = List.of();
    private Path log;

    private Launcher(Path home) {
        this.home = home.toAbsolutePath().normalize();
        with("BECKON_HTTP_PORT", "8080");
        with("BECKON_MANAGEMENT_PORT", "9990");
    }

    /**
     * A server made by {@link Assembly}.
     *
     * @param home its folder
     */
    public static Launcher of(Path home) {
        return new Launcher(home);
    }

    /** Deploys exactly these archives. */
    public Launcher deploy(Path... given) {
        archives = Arrays.stream(given).map(Path::toAbsolutePath).toList();
        return this;
    }

    /** Adds or replaces one setting, as the environment would. */
    public Launcher with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Keeps everything of the instance in this folder. */
    public Launcher dataDir(Path folder) {
        return with("BECKON_DATA_DIR", folder.toAbsolutePath().toString());
    }

    /** Shifts the HTTP and management ports, so that several servers fit on one machine. */
    public Launcher portOffset(int offset) {
        return with("BECKON_HTTP_PORT", String.valueOf(8080 + offset))
                .with("BECKON_MANAGEMENT_PORT", String.valueOf(9990 + offset));
    }

    /** Adds options of the Java virtual machine. */
    public Launcher jvmOptions(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    /** Sends the server's log to a file instead of our own output. */
    public Launcher logTo(Path file) {
        log = file;
        return this;
    }

    /**
     * Starts the server; it may not answer yet.
     *
     * @return the running server, which ends when this process ends
     * @throws StartException if its ports are in use: whoever answers there would be taken for it
     */
    public Server start() throws IOException {
        var environmentToBe = new Environment(settings);
        environmentToBe.requireFreePorts();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + home.resolve("bin/jvm.options"));
        command.addAll(jvmOptions);
        command.add("-D" + Boot.TIED_TO_PARENT + "=true");
        if (!archives.isEmpty()) {
            command.add(
                    "-D"
                            + Boot.DEPLOY
                            + "="
                            + archives.stream()
                                    .map(Path::toString)
                                    .collect(Collectors.joining(File.pathSeparator)));
        }
        command.add("-jar");
        command.add(home.resolve("beckon.jar").toString());
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("BECKON_"));
        environment.putAll(settings);
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2"); // as bin/beckon does
        if (log == null) {
            builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        } else {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        return new Server(builder.start(), environmentToBe, log);
    }
}

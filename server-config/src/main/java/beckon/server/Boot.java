package beckon.server;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of the server process.
 *
 * <p>Checks the settings that WildFly itself needs, lays out the instance under the data folder
 * (configuration and deployments afresh at every start), then becomes WildFly. A wrong setting, a
 * port in use or an application that does not deploy ends the process with a sentence that says so.
 */
public final class Boot {

    /** Set by whoever starts us as a child: the server ends when its standard input ends. */
    static final String TIED_TO_PARENT = "beckon.tied";

    /** The archives to deploy, separated like a path; without it all in {@code beckon/}. */
    static final String DEPLOY = "beckon.deploy";

    private static final long WATCH_PAUSE_MILLIS = 100;

    /** Kept because WildFly turns the standard streams into log lines. */
    private static final PrintStream OUT = System.out;

    private static final PrintStream ERR = System.err;

    /** Reachable for as long as the process lives: a collected channel would give up its lock. */
    private static FileChannel held;

    private final Path home;
    private final Environment environment;
    private final Path instance;

    private Boot(Path home, Environment environment) {
        this.home = home;
        this.environment = environment;
        this.instance = environment.dataDir().resolve("server");
    }

    /** Starts the server; returns when WildFly has taken over. */
    public static void main(String... arguments) throws Exception {
        var home =
                Path.of(Boot.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .getParent();
        try {
            new Boot(home, Environment.ofProcess()).start();
        } catch (StartException e) {
            ERR.println("Beckon cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void start() throws Exception {
        environment.apply();
        var archives = archives();
        Files.createDirectories(instance);
        lock();
        environment.requireFreePorts();
        layOut(archives);
        if (Boolean.getBoolean(TIED_TO_PARENT)) {
            background("beckon-parent", this::endWithParent);
        }
        background("beckon-deployments", () -> watch(archives));
        Class.forName("org.jboss.modules.Main")
                .getMethod("main", String[].class)
                .invoke(
                        null,
                        (Object)
                                new String[] {
                                    "-mp",
                                    home.resolve("modules").toString(),
                                    "org.jboss.as.standalone",
                                    "-Djboss.home.dir=" + home,
                                    "-Djboss.server.base.dir=" + instance,
                                    "--read-only-server-config=standalone.xml"
                                });
    }

    private List<Path> archives() throws IOException {
        var given = System.getProperty(DEPLOY);
        var archives = new ArrayList<Path>();
        if (given != null) {
            for (var path : given.split(File.pathSeparator)) {
                archives.add(Path.of(path));
            }
        } else {
            try (var found = Files.newDirectoryStream(home.resolve("beckon"), "*.{ear,war}")) {
                found.forEach(archives::add);
            }
        }
        if (archives.isEmpty()) {
            throw new StartException("put beckon.ear into " + home.resolve("beckon"));
        }
        for (var archive : archives) {
            if (!Files.isRegularFile(archive)) {
                throw new StartException(archive + " does not exist");
            }
        }
        return archives;
    }

    /** Held until the process ends, however it ends. */
    private void lock() throws IOException {
        held =
                FileChannel.open(
                        instance.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = held.tryLock();
        if (lock == null) {
            throw new StartException(
                    "another Beckon is running on BECKON_DATA_DIR=" + environment.dataDir());
        }
    }

    private void layOut(List<Path> archives) throws IOException {
        var deployments = instance.resolve("deployments");
        for (var stale : List.of("configuration", "deployments", "tmp", "log", "data/content")) {
            Assembly.delete(instance.resolve(stale));
        }
        var configuration = Files.createDirectories(instance.resolve("configuration"));
        try (var files =
                Files.newDirectoryStream(
                        home.resolve("standalone/configuration"),
                        "{standalone.xml,*.properties}")) {
            for (var file : files) {
                Files.copy(file, configuration.resolve(file.getFileName()));
            }
        }
        Files.createDirectories(deployments);
        for (var archive : archives) {
            Files.copy(
                    archive,
                    deployments.resolve(archive.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void endWithParent() throws IOException {
        var ignored = new byte[64];
        while (System.in.read(ignored) >= 0) {
            // only the end of the stream matters
        }
        System.exit(0);
    }

    /** WildFly stays up without the application; an operator wants to be told instead. */
    private void watch(List<Path> archives) throws IOException, InterruptedException {
        var deployments = instance.resolve("deployments");
        var waiting = new ArrayList<>(archives);
        while (!waiting.isEmpty()) {
            Thread.sleep(WATCH_PAUSE_MILLIS);
            for (var archive : List.copyOf(waiting)) {
                var name = archive.getFileName().toString();
                if (Files.exists(deployments.resolve(name + ".failed"))) {
                    ERR.println(
                            "Beckon cannot start: "
                                    + Failure.reason(
                                            Files.readString(
                                                    deployments.resolve(name + ".failed"))));
                    System.exit(1);
                }
                if (Files.exists(deployments.resolve(name + ".deployed"))) {
                    waiting.remove(archive);
                }
            }
        }
        OUT.println("Beckon is up at " + environment.baseUrl());
    }

    private static void background(String name, Task task) {
        var thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                            } catch (IOException e) {
                                ERR.println(name + ": " + e);
                                System.exit(1);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }
}

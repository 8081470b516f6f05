package beckon.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Makes the server from nothing: unpacks the distribution, adds modules, runs the CLI scripts
 * offline.
 *
 * <p>A build step that does nothing when the server was already made from the same parts, so that a
 * second build costs no time.
 */
public final class Assembly {

    /** What jboss-modules.jar asks for in its own manifest; ours replaces it as the main jar. */
    private static final String OPENS =
            "java.base/com.sun.net.ssl.internal.ssl java.base/java.lang java.base/java.lang.invoke"
                    + " java.base/java.lang.reflect java.base/java.io java.base/java.net"
                    + " java.base/java.security java.base/java.util java.base/java.util.concurrent"
                    + " java.management/javax.management java.naming/javax.naming";

    private static final String EXPORTS =
            "java.desktop/sun.awt java.naming/com.sun.jndi.ldap java.naming/com.sun.jndi.url.ldap"
                    + " java.naming/com.sun.jndi.url.ldaps jdk.naming.dns/com.sun.jndi.dns";

    private static final Set<String> UNUSED = Set.of("docs", "domain", "welcome-content");

    private final Path source;
    private final Path classes;
    private final Path distribution;
    private final Path eclipseLink;
    private final Path postgresql;
    private final Path bouncyCastle;
    private final Path business;
    private final Path server;

    private Assembly(String... arguments) {
        source = Path.of(arguments[0]);
        classes = Path.of(arguments[1]);
        distribution = Path.of(arguments[2]);
        eclipseLink = Path.of(arguments[3]);
        postgresql = Path.of(arguments[4]);
        bouncyCastle = Path.of(arguments[5]);
        business = Path.of(arguments[6]);
        server = Path.of(arguments[7]);
    }

    /**
     * Makes the server.
     *
     * @param arguments this module's folder, its compiled classes, the WildFly distribution, the
     *     EclipseLink, the PostgreSQL and the Bouncy Castle jar, the business components' jar, the
     *     folder to make
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        new Assembly(arguments).make();
    }

    private void make() throws IOException, InterruptedException {
        var marker = server.resolve(".made-from");
        var parts = parts();
        if (Files.exists(marker) && Files.readString(marker).equals(parts)) {
            return;
        }
        delete(server);
        unpack();
        addModules();
        addLog();
        addStarter();
        configure();
        Files.writeString(marker, parts);
    }

    private String parts() throws IOException {
        var digest = sha256();
        for (var jar : List.of(distribution, eclipseLink, postgresql, bouncyCastle)) {
            digest.update(jar.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (var folder :
                List.of(
                        source.resolve("cli"),
                        source.resolve("modules"),
                        source.resolve("bin"),
                        classes.resolve("beckon/log"),
                        classes.resolve("beckon/server"))) {
            for (var file : files(folder)) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        for (var masking : masking().values()) {
            digest.update(masking);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void unpack() throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                var inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2 || UNUSED.contains(inside.getName(1).toString())) {
                    continue;
                }
                var target =
                        server.resolve(inside.subpath(1, inside.getNameCount()).toString())
                                .normalize();
                if (!target.startsWith(server)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private void addModules() throws IOException {
        copy(source.resolve("modules"), server.resolve("modules"));
        var persistence = server.resolve("modules/org/eclipse/persistence/main");
        Files.copy(eclipseLink, persistence.resolve("eclipselink.jar"));
        var given = server.resolve("modules/system/layers/base/org/eclipse/persistence/main");
        try (var jars = Files.newDirectoryStream(given, "jipijapa-eclipselink-*.jar")) {
            Files.copy(jars.iterator().next(), persistence.resolve("jipijapa-eclipselink.jar"));
        }
        Files.copy(postgresql, server.resolve("modules/org/postgresql/main/postgresql.jar"));
        // ours is found first; the older one would only lie there
        delete(server.resolve("modules/system/layers/base/org/bouncycastle/bcprov"));
        Files.copy(bouncyCastle, server.resolve("modules/org/bouncycastle/bcprov/main/bcprov.jar"));
    }

    /** What writes the log masks by the rules of the application. */
    private void addLog() throws IOException {
        var jar = server.resolve("modules/beckon/log/main/beckon-log.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var content = new JarOutputStream(out)) {
            for (var file : files(classes.resolve("beckon/log"))) {
                content.putNextEntry(entry(file));
                Files.copy(file, content);
            }
            for (var masking : masking().entrySet()) {
                content.putNextEntry(new JarEntry(masking.getKey()));
                content.write(masking.getValue());
            }
        }
    }

    private Map<String, byte[]> masking() throws IOException {
        var found = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(business))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                if (entry.getName().matches("beckon/shared/Masked(\\$\\w+)?\\.class")) {
                    found.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return found;
    }

    private JarEntry entry(Path file) {
        return new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
    }

    private void addStarter() throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, Boot.class.getName());
        main.put(Attributes.Name.CLASS_PATH, "jboss-modules.jar");
        main.putValue("Add-Opens", OPENS);
        main.putValue("Add-Exports", EXPORTS);
        main.putValue("Enable-Native-Access", "ALL-UNNAMED");
        var jar = server.resolve("beckon.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var content = new JarOutputStream(out, manifest)) {
            for (var file : files(classes.resolve("beckon/server"))) {
                content.putNextEntry(entry(file));
                Files.copy(file, content);
            }
        }
        copy(source.resolve("bin"), server.resolve("bin"));
        server.resolve("bin/beckon").toFile().setExecutable(true, false);
        Files.createDirectories(server.resolve("beckon"));
    }

    /** One offline session of the CLI runs every script, in the order of their names. */
    private void configure() throws IOException, InterruptedException {
        var configuration = server.resolve("standalone/configuration");
        Files.copy(
                configuration.resolve("standalone-full.xml"),
                configuration.resolve("standalone.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        var session = new ArrayList<String>();
        session.add("embed-server --server-config=standalone.xml --std-out=discard");
        for (var script : files(source.resolve("cli"))) {
            session.add("echo " + script.getFileName());
            session.addAll(Files.readAllLines(script));
        }
        session.add("stop-embedded-server");
        var all = server.resolveSibling("assembly.cli");
        Files.write(all, session);
        var log = server.resolveSibling("assembly.log");
        var command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djboss.home.dir=" + server,
                                "-jar",
                                server.resolve("jboss-modules.jar").toString(),
                                "-mp",
                                server.resolve("modules").toString(),
                                "org.jboss.as.cli",
                                "--file=" + all)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        command.environment().put("JBOSS_HOME", server.toString());
        var cli = command.start();
        cli.getOutputStream().close();
        if (cli.waitFor() != 0) {
            throw new IOException("The server could not be configured:\n" + Files.readString(log));
        }
        delete(configuration.resolve("standalone_xml_history"));
        delete(server.resolve("standalone/log"));
        delete(server.resolve("standalone/tmp"));
        delete(server.resolve("standalone/data"));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var file : files(from)) {
            var target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            try (InputStream in = Files.newInputStream(file)) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

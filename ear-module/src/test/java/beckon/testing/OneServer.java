package beckon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/**
 * One server with one deployment for all test classes: a fresh base directory before it starts, the
 * first class deploys, the others find it there.
 */
public class OneServer implements LoadableExtension {
    /** Tests from outside may use a server that is running already, with the EAR deployed. */
    private static final boolean ATTACHED = Boolean.getBoolean("test.attached");

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Once.class);
    }

    /** Lets each event of a deployment through only the first time. */
    public static class Once {
        @Inject @ClassScoped private InstanceProducer<DeploymentScenario> scenario;

        private DeploymentScenario first;
        private boolean tried;
        private RuntimeException failure;
        private AutoCloseable database = () -> {};

        void freshBase(@Observes(precedence = 1000) BeforeSuite start) throws IOException {
            if (ATTACHED) {
                return;
            }
            if (System.getProperty("test.postgresql") != null) {
                database = postgresql();
            }
            Path base = Path.of(System.getProperty("test.server.base"));
            delete(base);
            copy(Path.of(System.getProperty("test.server"), "standalone"), base);
            Files.createDirectories(base.resolve("deployments"));
            Path postbox = Path.of(System.getProperty("test.postbox"));
            Files.copy(postbox, base.resolve("deployments").resolve(postbox.getFileName()));
        }

        void generateOnce(@Observes EventContext<GenerateDeployment> generation) {
            if (first == null) {
                generation.proceed();
                first = scenario.get();
            } else {
                scenario.set(first);
            }
        }

        void deployOnce(@Observes EventContext<DeployManagedDeployments> deployment) {
            if (ATTACHED) {
                return;
            }
            if (!tried) {
                tried = true;
                try {
                    deployment.proceed();
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            } else if (failure != null) {
                throw new IllegalStateException("Beckon was not deployed, see the first failure");
            }
        }

        /** The server's connections are closed by then: nothing of a finished run is kept. */
        void stopDatabase(@Observes(precedence = -1000) AfterSuite end) throws Exception {
            database.close();
        }

        void keep(@Observes EventContext<UnDeployManagedDeployments> removal) {
            // the server ends with the suite and its base directory is made anew
        }
    }

    private static EmbeddedPostgres postgresql() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(Integer.getInteger("test.postgresql.port"))
                .setDataDirectory(Path.of(System.getProperty("test.postgresql")))
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException error)
                            throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}

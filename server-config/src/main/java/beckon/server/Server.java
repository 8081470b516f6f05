package beckon.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A server process that {@link Launcher} has started. */
public final class Server implements AutoCloseable {

    private static final Set<Integer> READY = Set.of(HttpURLConnection.HTTP_OK);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(60);

    private final Process process;
    private final Environment environment;
    private final Path log;

    Server(Process process, Environment environment, Path log) {
        this.process = process;
        this.environment = environment;
        this.log = log;
    }

    /** Where it listens on this machine, whatever address people use. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + environment.httpPort());
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process lives. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until {@code /health/ready} says 200.
     *
     * @return this
     * @throws StartException if the process ends before, or the time is over
     */
    public Server awaitReady(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!READY.contains(status("/health/ready"))) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new StartException(
                        "the server ended with exit code " + process.exitValue() + logHint());
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new StartException(
                        "the server was not ready after "
                                + patience.toSeconds()
                                + " s"
                                + logHint());
            }
        }
        return this;
    }

    /**
     * Asks for a page.
     *
     * @return the status, 0 if there was no answer
     */
    public int status(String path) {
        try {
            var connection = (HttpURLConnection) url().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            connection.setInstanceFollowRedirects(false);
            var status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets what is under way finish, then ends it; by force after a minute. */
    public void stop() {
        process.destroy();
        if (!ended(PATIENCE_AT_STOP)) {
            kill();
        }
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        ended(PATIENCE_AT_STOP);
    }

    /** Waits until it ends by itself. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        stop();
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String logHint() {
        if (log == null) {
            return "";
        }
        try {
            var text = Files.readString(log);
            return ":\n" + text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return ", see " + log;
        }
    }
}

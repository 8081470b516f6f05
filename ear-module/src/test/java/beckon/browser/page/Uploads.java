package beckon.browser.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a test's browser chooses; they lie with what the build makes, and go with it. */
public final class Uploads {
    private static final Path PLACE = Path.of("target", "uploads");

    private Uploads() {}

    /** The place of a new file with that name. */
    public static Path file(String name, byte[] octets) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(PLACE), "file");
            return Files.write(directory.resolve(name), octets).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package beckon.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, from the first octet on. */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Makes the file with its whole text, or not at all.
     *
     * @throws FileAlreadyExistsException if there is one; it is left as it is
     */
    public static void create(Path file, String text) throws FileAlreadyExistsException {
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(file.getParent(), ".beckon", null, ownerOnly(file));
            try {
                Files.writeString(half, text);
                // a hard link appears whole, and never replaces what another node has made
                Files.createLink(file, half);
            } finally {
                Files.delete(half);
            }
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "the data directory's file system has no hard links", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Makes the file, or puts the text in the place of what it said. */
    public static void replace(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(file.getParent(), ".beckon", null, ownerOnly(file));
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Opens a file for a while: it is gone when it is closed, where the system can from the first.
     */
    public static FileChannel openForAWhile(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, ".beckon", null, ownerOnly(directory));
            return FileChannel.open(
                    file,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + directory, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}

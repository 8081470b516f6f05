package beckon.attachment.control;

import beckon.attachment.entity.AttachmentReason;
import beckon.attachment.entity.FileType;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * The directory that holds the files, each under its handle, for nobody but the server to read.
 *
 * <p>All nodes share it. Nothing that somebody typed becomes part of a path.
 */
@ApplicationScoped
public class AttachmentStore {

    private static final System.Logger LOGGER = System.getLogger(AttachmentStore.class.getName());
    private static final int BUFFER = 16_384;
    private static final long MEGABYTE = 1_000_000;
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** Files in memory, each whole, at a time. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Path directory;

    protected AttachmentStore() {}

    @Inject
    public AttachmentStore(Settings settings) {
        this.directory = settings.attachmentDir();
    }

    /**
     * Writes a file; what is refused leaves nothing.
     *
     * @param most how many octets it may have
     * @return how many it has
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE, NO_ROOM
     */
    public long write(UUID handle, InputStream octets, long most) {
        long length = 0;
        try (OutputStream file = create(handle)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = read(octets, buffer); read >= 0; read = read(octets, buffer)) {
                length += read;
                if (length > most) {
                    throw new RefusalException(AttachmentReason.FILE_TOO_LARGE, most / MEGABYTE);
                }
                file.write(buffer, 0, read);
            }
        } catch (IOException e) {
            delete(handle);
            LOGGER.log(Level.ERROR, "A file could not be stored in " + directory, e);
            throw new RefusalException(AttachmentReason.NO_ROOM);
        } catch (RuntimeException e) {
            delete(handle);
            throw e;
        }
        if (length == 0) {
            delete(handle);
            throw new RefusalException(AttachmentReason.EMPTY_FILE);
        }
        return length;
    }

    /** What the file is by its content; empty if it is nothing that may be attached. */
    public Optional<FileType> recognise(UUID handle) {
        try (RandomAccessFile file = new RandomAccessFile(path(handle).toFile(), "r")) {
            long length = file.length();
            byte[] head = new byte[(int) Math.min(length, ContentTypes.HEAD)];
            file.readFully(head);
            byte[] tail = new byte[(int) Math.min(length, ContentTypes.TAIL)];
            file.seek(length - tail.length);
            file.readFully(tail);
            return ContentTypes.recognise(head, tail, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what has just been written", e);
        }
    }

    /**
     * Blanks what the file tells of whoever made it.
     *
     * @return what is left; empty if it is not built as such files are
     */
    Optional<Picture> anonymise(UUID handle, FileType type) {
        AT_ONCE.acquireUninterruptibly();
        try {
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path(handle)));
            Picture picture = Picture.anonymous(type, file);
            try (FileChannel channel = FileChannel.open(path(handle), StandardOpenOption.WRITE)) {
                channel.truncate(picture.length());
                file.limit(picture.length());
                while (file.hasRemaining()) {
                    channel.write(file);
                }
            }
            return Optional.of(picture);
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | BufferUnderflowException e) {
            LOGGER.log(Level.DEBUG, "A file of a kind of its own", e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change what has just been written", e);
        } finally {
            AT_ONCE.release();
        }
    }

    /** The file, to be read from its beginning and closed; empty if it is not there. */
    public Optional<InputStream> find(UUID handle) {
        try {
            return Optional.of(Files.newInputStream(path(handle)));
        } catch (NoSuchFileException e) {
            LOGGER.log(Level.WARNING, "The attachment {0} is not in {1}", handle, directory);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the attachment " + handle, e);
        }
    }

    /** Deletes a file if it is there. */
    public void delete(UUID handle) {
        try {
            Files.deleteIfExists(path(handle));
        } catch (IOException e) {
            // without its row it opens nothing; the sweeper tries again
            LOGGER.log(Level.WARNING, "The attachment " + handle + " could not be deleted", e);
        }
    }

    /** The files that have not been written to since. */
    public List<UUID> listOlderThan(Instant moment) {
        List<UUID> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    handle(file).ifPresent(found::add);
                }
            }
        } catch (NoSuchFileException e) {
            LOGGER.log(Level.DEBUG, "Another node sweeps {0} too", directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
        return found;
    }

    /** A client that goes away while it sends is no trouble of the disk. */
    private static int read(InputStream octets, byte[] buffer) {
        try {
            return octets.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private OutputStream create(UUID handle) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(directory, attributes(posix, "rwx------"));
        Path file = path(handle);
        return java.nio.channels.Channels.newOutputStream(
                Files.newByteChannel(file, NEW, attributes(posix, "rw-------")));
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private Path path(UUID handle) {
        return directory.resolve(handle.toString());
    }

    private static Optional<UUID> handle(Path file) {
        try {
            return Optional.of(UUID.fromString(file.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not ours
        }
    }
}

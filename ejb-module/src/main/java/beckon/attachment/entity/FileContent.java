package beckon.attachment.entity;

import java.io.InputStream;

/**
 * A file, to be handed out and closed.
 *
 * @param size in octets
 * @param octets what it holds
 */
public record FileContent(FileName name, FileType type, long size, InputStream octets)
        implements AutoCloseable {

    @Override
    public void close() throws java.io.IOException {
        octets.close();
    }
}

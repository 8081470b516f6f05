package beckon.dossier.control;

import beckon.shared.PrivateFile;
import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Writes a dossier to a file of a moment, and sends that: whoever reads slowly holds no connection
 * to the database.
 */
@ApplicationScoped
public class DossierSender {

    private Settings settings;
    private DossierWriter dossiers;

    protected DossierSender() {}

    @Inject
    public DossierSender(Settings settings, DossierWriter dossiers) {
        this.settings = settings;
        this.dossiers = dossiers;
    }

    /**
     * To be called outside of a transaction.
     *
     * @param destination opened only once all has been read; left open
     */
    public void send(long personId, Instant now, Supplier<OutputStream> destination) {
        try (FileChannel file = PrivateFile.openForAWhile(directory())) {
            OutputStream written = new BufferedOutputStream(Channels.newOutputStream(file));
            dossiers.write(personId, now, written);
            written.flush();
            file.position(0);
            Channels.newInputStream(file).transferTo(destination.get());
        } catch (IOException e) {
            throw new UncheckedIOException("own data is not sent", e);
        }
    }

    private Path directory() {
        return settings.dataDir().resolve("dossiers");
    }
}

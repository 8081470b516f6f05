package beckon.account.control;

import beckon.shared.PrivateFile;
import beckon.shared.Settings;
import beckon.shared.Token;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * By which the operator's commands are known: a secret in the data directory, which the first start
 * makes and only the server's own user can read.
 */
@ApplicationScoped
public class OperatorKey {

    @Inject Settings settings;

    private byte[] secret;

    @PostConstruct
    void load() {
        Path file = settings.dataDir().resolve("operator.key");
        try {
            PrivateFile.create(file, Token.random().secret());
        } catch (FileAlreadyExistsException e) {
            // made by an earlier start
        }
        try {
            secret = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the operator's key " + file, e);
        }
    }

    /** Makes sure that the key lies there; made with the bean itself. */
    public void prepare() {
        settings.dataDir();
    }

    /** Whether this is it; how long the answer takes tells nothing. */
    public boolean is(String presented) {
        return MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8));
    }
}

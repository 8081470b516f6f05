package beckon.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives tokens from what rows keep of them and a key that no row keeps.
 *
 * <p>A key's id is the beginning of its SHA-256. Of several keys the first draws, all derive: a new
 * one is put in front, the old one taken away when the last of its tokens has expired.
 */
@ApplicationScoped
public class TokenKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_OCTETS = 16;

    @Inject Settings settings;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private String current;

    @PostConstruct
    void load() {
        for (String text : settings.tokenKeys().orElseGet(this::ownKey).split(",")) {
            byte[] octets = Base64.getDecoder().decode(text.strip());
            String id = TokenHash.hex(text.strip()).substring(0, 8);
            keys.put(id, new SecretKeySpec(octets, ALGORITHM));
            current = current == null ? id : current;
        }
    }

    /** A new source, of which {@link #derive} makes the token. */
    public TokenSource draw(String purpose) {
        return new TokenSource(purpose, Token.randomOctets(NONCE_OCTETS), current);
    }

    /**
     * The token of a source, the same every time.
     *
     * @throws IllegalStateException if the key is not among ours any more
     */
    public Token derive(TokenSource source) {
        SecretKeySpec key = keys.get(source.keyId());
        if (key == null) {
            throw new IllegalStateException("no token key " + source.keyId());
        }
        return Token.ofOctets(mac(key, source.purpose(), source.nonce()));
    }

    /** The seal of something under the current key. */
    public Seal seal(String purpose, byte[] content) {
        return seal(current, purpose, content);
    }

    /** Its seals under all of our keys; what was sealed here bears one of them. */
    public List<Seal> seals(String purpose, byte[] content) {
        return keys.keySet().stream().map(id -> seal(id, purpose, content)).toList();
    }

    private Seal seal(String keyId, String purpose, byte[] content) {
        return new Seal(keyId, Token.ofOctets(mac(keys.get(keyId), purpose, content)).secret());
    }

    private static byte[] mac(SecretKeySpec key, String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private String ownKey() {
        Path file = settings.dataDir().resolve("token.key");
        try {
            PrivateFile.create(file, Base64.getEncoder().encodeToString(Token.randomOctets(32)));
        } catch (FileAlreadyExistsException e) {
            // made by an earlier start, or by another node a moment ago
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the token key " + file, e);
        }
    }
}

package beckon.delivery.control;

import beckon.shared.Seal;
import beckon.shared.Settings;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The links by which a recipient wants no more mail like this.
 *
 * <p>A token names what its mail was about, and is sealed: no row keeps anything of it, nothing has
 * to be looked up to know that it is ours, and it goes on working when a mail is sent anew.
 */
@ApplicationScoped
public class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";
    private static final int REFERENCE = 22;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{65}");

    private TokenKeys keys;
    private String prefix;

    protected UnsubscribeLinks() {}

    @Inject
    public UnsubscribeLinks(TokenKeys keys, Settings settings) {
        this.keys = keys;
        this.prefix = settings.baseUrl() + "/unsubscribe/";
    }

    /** Where the recipient of a mail about {@code reference} says so. */
    public String link(UUID reference) {
        byte[] octets = octets(reference);
        return prefix
                + Base64.getUrlEncoder().withoutPadding().encodeToString(octets)
                + keys.seal(PURPOSE, octets).value();
    }

    /** A link that leads to nothing, for a preview. */
    public String example() {
        return prefix + "preview";
    }

    /** What the mail with this token was about; empty if the token is none of ours. */
    public Optional<UUID> findReference(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] octets = Base64.getUrlDecoder().decode(token.substring(0, REFERENCE));
        byte[] shown = token.substring(REFERENCE).getBytes(StandardCharsets.US_ASCII);
        boolean ours = false;
        for (Seal seal : keys.seals(PURPOSE, octets)) {
            byte[] right = seal.value().getBytes(StandardCharsets.US_ASCII);
            ours |= MessageDigest.isEqual(right, shown);
        }
        return ours ? Optional.of(reference(octets)) : Optional.empty();
    }

    private static byte[] octets(UUID reference) {
        return ByteBuffer.allocate(16)
                .putLong(reference.getMostSignificantBits())
                .putLong(reference.getLeastSignificantBits())
                .array();
    }

    private static UUID reference(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}

package beckon.getapp.control;

import beckon.shared.Seal;
import beckon.shared.Token;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Knows a browser again by something random that only we can have given it. */
@ApplicationScoped
public class Browsers {
    private static final String PURPOSE = "appBrowser";

    private TokenKeys keys;

    protected Browsers() {}

    @Inject
    public Browsers(TokenKeys keys) {
        this.keys = keys;
    }

    /** For a browser that has none yet. */
    public String draw() {
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(Token.randomOctets(16));
        return id + "." + keys.seal(PURPOSE, octets(id)).value();
    }

    /** Which browser it is; empty if we have not given it that. */
    public Optional<String> find(String given) {
        int dot = given == null ? -1 : given.indexOf('.');
        if (dot < 0 || given.length() > 100) {
            return Optional.empty();
        }
        String id = given.substring(0, dot);
        String seal = given.substring(dot + 1);
        return keys.seals(PURPOSE, octets(id)).stream().map(Seal::value).anyMatch(seal::equals)
                ? Optional.of(id)
                : Optional.empty();
    }

    private static byte[] octets(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }
}

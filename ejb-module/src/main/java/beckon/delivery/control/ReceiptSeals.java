package beckon.delivery.control;

import beckon.shared.Seal;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a gateway shows that it speaks of a text that we gave it: the dispatch's id, sealed.
 *
 * <p>Anybody may call the address to which gateways report; without the key nobody can make one up.
 */
@ApplicationScoped
public class ReceiptSeals {

    private static final String PURPOSE = "text receipt";
    private static final Pattern RECEIPT = Pattern.compile("([0-9]{1,18})-([A-Za-z0-9_-]{43})");

    private TokenKeys keys;

    protected ReceiptSeals() {}

    @Inject
    public ReceiptSeals(TokenKeys keys) {
        this.keys = keys;
    }

    /** What the gateway is to say about a dispatch. */
    String receipt(long dispatchId) {
        return dispatchId + "-" + keys.seal(PURPOSE, content(dispatchId)).value();
    }

    /** Of which dispatch it speaks; empty if we have never said so. */
    OptionalLong findDispatch(String receipt) {
        Matcher matcher = RECEIPT.matcher(receipt);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long id = Long.parseLong(matcher.group(1));
        byte[] shown = matcher.group(2).getBytes(StandardCharsets.US_ASCII);
        boolean ours = false;
        for (Seal seal : keys.seals(PURPOSE, content(id))) {
            byte[] right = seal.value().getBytes(StandardCharsets.US_ASCII);
            ours |= MessageDigest.isEqual(right, shown);
        }
        return ours ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private static byte[] content(long dispatchId) {
        return Long.toString(dispatchId).getBytes(StandardCharsets.US_ASCII);
    }
}

package beckon.getapp.control;

import beckon.shared.Network;
import beckon.shared.PhoneNumber;

/**
 * A request whose number is understood.
 *
 * @param browser which browser, or null if it does not say
 * @param remote its address
 * @param network the same, or of IPv6 the half that one subscriber has
 */
record Wish(PhoneNumber number, String language, String browser, String remote, String network) {

    Wish(PhoneNumber number, String language, String browser, String remote) {
        this(number, language, browser, remote, Network.of(remote));
    }
}

package beckon.getapp.control;

import beckon.shared.PhoneNumber;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A request whose number is understood.
 *
 * @param browser which browser, or null if it does not say
 * @param remote its address
 * @param network the same, or of IPv6 the half that one subscriber has
 */
record Wish(PhoneNumber number, String language, String browser, String remote, String network) {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int HALF = 8;

    Wish(PhoneNumber number, String language, String browser, String remote) {
        this(number, language, browser, remote, network(remote == null ? "" : remote));
    }

    private static String network(String remote) {
        String address = remote.contains("%") ? remote.substring(0, remote.indexOf('%')) : remote;
        if (!IPV6.matcher(address).matches()) {
            return remote;
        }
        try {
            byte[] octets = InetAddress.getByName(address).getAddress();
            return octets.length > HALF
                    ? HexFormat.of().formatHex(Arrays.copyOf(octets, HALF))
                    : InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            return remote;
        }
    }
}

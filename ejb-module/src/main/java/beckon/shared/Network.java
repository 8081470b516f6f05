package beckon.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What of a remote address tells one subscriber from another: limits count by it. */
public final class Network {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int HALF = 8;

    private Network() {}

    /**
     * The address, or of IPv6 the half that one subscriber has.
     *
     * @param remote may be null
     */
    public static String of(String remote) {
        if (remote == null) {
            return "";
        }
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

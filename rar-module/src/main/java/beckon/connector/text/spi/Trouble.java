package beckon.connector.text.spi;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;

/** What went wrong on the wire, in words for an administrator. */
final class Trouble {

    private static final int MAX_LENGTH = 500;

    private Trouble() {}

    static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SocketTimeoutException
                || root instanceof HttpTimeoutException
                || root instanceof TimeoutException) {
            return "no answer in time";
        }
        if (root instanceof UnknownHostException || root instanceof UnresolvedAddressException) {
            return "no such host name";
        }
        if (root instanceof EOFException) {
            return "the message centre ended the connection";
        }
        return oneLine(
                root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }

    /** One line that can be stored and shown. */
    static String oneLine(CharSequence text) {
        StringBuilder line = new StringBuilder(text);
        line.setLength(Math.min(line.length(), MAX_LENGTH));
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString().strip();
    }
}

package beckon.web.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where somebody wanted to go before they had to sign in: a path of ours, never another host.
 *
 * @param value begins with exactly one slash
 */
public record ReturnPath(String value) {
    private static final String HOME = "/";
    private static final int LONGEST = 500;

    public ReturnPath {
        value = isLocal(value) ? value : HOME;
    }

    /** Where to sign in so as to come back here. */
    public String signInPage() {
        return value.equals(HOME)
                ? "/signin"
                : "/signin?to=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean isLocal(String path) {
        return path != null
                && path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/signin")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}

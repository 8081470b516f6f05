package beckon.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail that has arrived in the postbox. */
public record Mail(String id, String from, String to, String subject, String text, String html) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/join/([A-Za-z0-9_-]{43})");

    private static final Pattern RESET = Pattern.compile("https?://\\S+/reset/([A-Za-z0-9_-]{43})");

    private static final Pattern UNSUBSCRIBE =
            Pattern.compile("https?://\\S+/unsubscribe/([A-Za-z0-9_-]{65})");

    /** The secret in the invitation's link. */
    public String token() {
        return match().group(1);
    }

    /** The invitation's link. */
    public String link() {
        return match().group();
    }

    /** The path of the link by which its recipient wants no more. */
    public String unsubscribePath() {
        return "/unsubscribe/" + match(UNSUBSCRIBE).group(1);
    }

    /** The path of the link by which a password is chosen anew. */
    public String resetPath() {
        return "/reset/" + match(RESET).group(1);
    }

    private Matcher match() {
        return match(LINK);
    }

    private Matcher match(Pattern link) {
        Matcher matcher = link.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no link in the mail: " + text);
        }
        return matcher;
    }
}

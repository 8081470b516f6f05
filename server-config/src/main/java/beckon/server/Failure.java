package beckon.server;

import java.util.regex.Pattern;

/** The reason inside WildFly's account of a failed deployment. */
final class Failure {

    private static final Pattern CAUSE = Pattern.compile("Caused by: [\\w.$]+: ([^\\n\"]+)");

    private static final Pattern END = Pattern.compile("[\\\\'\"},]+$");

    private Failure() {}

    /** The innermost cause in words, or the whole text where none is named. */
    static String reason(String report) {
        var text = report.replace("\\n", "\n").replace("\\t", " ").replace("\\\"", "'");
        var causes = CAUSE.matcher(text);
        String last = null;
        while (causes.find()) {
            last = END.matcher(causes.group(1)).replaceFirst("").strip();
        }
        return last == null ? text.strip() : last;
    }
}

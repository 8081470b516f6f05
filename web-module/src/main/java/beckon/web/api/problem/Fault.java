package beckon.web.api.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a parameter
 * @param key of the words for it, or a constraint's template in braces
 */
public record Fault(String pointer, String key) {
    private static final int LONGEST_NAME = 60;

    /** A fault of one field of the body. */
    public static Fault inField(String name, String key) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return new Fault("/" + shown.replace("~", "~0").replace("/", "~1"), key);
    }

    String in(Words words) {
        return words.find(key)
                .or(() -> words.findConstraint(key))
                .orElseGet(() -> words.get("api.fault.invalid"));
    }
}

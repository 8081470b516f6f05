package beckon.shared;

import java.util.regex.Pattern;

/**
 * Words and failures as the log may have them: without an address, a number or a token in full.
 *
 * <p>Servers repeat in their answers whom a message was for, and databases which row they refuse.
 */
public final class Masked {
    private static final int DEEPEST_CAUSE = 20;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![^\\s<>\"'(),;:=\\[\\]/@])([^\\s<>\"'(),;:=\\[\\]/])[^\\s<>\"'(),;:=\\[\\]/@]*@(?=[^\\s@])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\+\\d[\\d ().-]{5,18}|\\d{8,13})(\\d\\d)(?!\\d)");
    private static final Pattern TOKEN =
            Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    private Masked() {}

    /** The words with what is left of addresses (a letter and the domain) and numbers (the end). */
    public static String words(String words) {
        if (words == null) {
            return null;
        }
        String masked = TOKEN.matcher(words).replaceAll("…");
        return NUMBER.matcher(ADDRESS.matcher(masked).replaceAll("$1…@")).replaceAll("…$1");
    }

    /** The failure with the same stack, and masked words in it and in all its causes. */
    public static Throwable failure(Throwable failure) {
        return failure(failure, 0);
    }

    private static Throwable failure(Throwable failure, int depth) {
        return failure == null || depth == DEEPEST_CAUSE
                ? null
                : new MaskedFailure(failure, failure(failure.getCause(), depth + 1));
    }

    /** Looks in the log like what it stands for. */
    private static final class MaskedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String kind;

        MaskedFailure(Throwable failure, Throwable cause) {
            super(words(failure.getMessage()), cause);
            kind = failure.getClass().getName();
            setStackTrace(failure.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage() == null ? kind : kind + ": " + getMessage();
        }
    }
}

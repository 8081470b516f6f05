package beckon.person.control;

import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords are good enough: long, not known to everybody, not made of one's own name.
 *
 * <p>Any character counts, none is asked for.
 */
@ApplicationScoped
public class PasswordRules {

    /** What everybody's password has. */
    public static final int MIN_LENGTH = 12;

    static final int MAX_LENGTH = 1_000;

    /** What remains of a password without its owner's names must still be of this length. */
    private static final int MIN_OWN = 8;

    private static final int MIN_CONTEXT_WORD = 4;
    private static final int GUESSED_SOON = 1;
    private static final int MEASURED = 64;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final CommonPasswords common = new CommonPasswords();

    /**
     * Refuses what is not good enough.
     *
     * @param minimum how many characters it has at least; never fewer than twelve
     * @param contextWords names that an attacker would try first
     * @throws RefusalException PASSWORD_…
     */
    public void check(String password, int minimum, List<String> contextWords) {
        int length = password.codePointCount(0, password.length());
        int least = Math.max(MIN_LENGTH, minimum);
        require(length >= least, PersonReason.PASSWORD_TOO_SHORT, least);
        require(length <= MAX_LENGTH, PersonReason.PASSWORD_TOO_LONG);
        require(!common.contains(password), PersonReason.PASSWORD_TOO_COMMON);
        require(ownLength(password, contextWords) >= MIN_OWN, PersonReason.PASSWORD_NAMES_YOU);
        require(strength(password, contextWords) > GUESSED_SOON, PersonReason.PASSWORD_TOO_COMMON);
    }

    /** From 0 (guessed at once) to 4 (very strong). */
    public int strength(String password, List<String> contextWords) {
        if (password.isEmpty()) {
            return 0;
        }
        // measuring takes time with the square of the length, and what is long is strong
        String measured = password.substring(0, Math.min(password.length(), MEASURED));
        int score = zxcvbn.measure(measured, words(contextWords)).getScore();
        return common.contains(password) ? 0 : score;
    }

    private static int ownLength(String password, List<String> contextWords) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String word : words(contextWords)) {
            rest = rest.replace(word, "");
        }
        return rest.codePointCount(0, rest.length());
    }

    private static List<String> words(List<String> contextWords) {
        List<String> words = new ArrayList<>(List.of("beckon"));
        for (String context : contextWords) {
            for (String word : context.toLowerCase(Locale.ROOT).split("[\\s@._+-]+")) {
                if (word.length() >= MIN_CONTEXT_WORD) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static void require(boolean claim, PersonReason reason, Object... arguments) {
        if (!claim) {
            throw new RefusalException(reason, arguments);
        }
    }
}

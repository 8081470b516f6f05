package beckon.person.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What attackers try first: known passwords, and long ones that are made of a known one in the ways
 * that everybody thinks of (digits behind it, a word twice, two words, 4 for a).
 */
final class CommonPasswords {

    private static final String LIST = "/beckon/person/common-passwords.txt";

    /** Digits and signs around a known password that add nothing. */
    private static final int FILLER = 6;

    private static final int SHORTEST_KNOWN = 4;

    private final String[] known;

    CommonPasswords() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(list, StandardCharsets.US_ASCII))) {
            known = lines.lines().sorted().toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }

    /** Whether it would be among the first million guesses, whatever its case. */
    boolean contains(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return isMadeOfKnown(plain) || isMadeOfKnown(withoutDisguise(plain));
    }

    private boolean isMadeOfKnown(String password) {
        return isKnown(password)
                || isRepetition(password)
                || isTwoKnown(password)
                || isKnownWithFiller(password);
    }

    private boolean isKnown(String word) {
        return Arrays.binarySearch(known, word) >= 0;
    }

    private static boolean isRepetition(String password) {
        // shifted by the length of what is repeated, it lies upon itself
        for (int period = 1; period <= password.length() / 2; period++) {
            if (password.startsWith(password.substring(period))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTwoKnown(String password) {
        for (int cut = SHORTEST_KNOWN; cut <= password.length() - SHORTEST_KNOWN; cut++) {
            if (isKnown(password.substring(0, cut)) && isKnown(password.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnownWithFiller(String password) {
        int start = 0;
        int end = password.length();
        while (start < end && !Character.isLetter(password.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetter(password.charAt(end - 1))) {
            end--;
        }
        String core = password.substring(start, end);
        boolean littleElse = password.length() - core.length() <= FILLER;
        return littleElse && (isKnown(core) || isTwoKnown(core) || isShortRepetition(core));
    }

    private static boolean isShortRepetition(String core) {
        return core.length() > 1 && isRepetition(core);
    }

    private static String withoutDisguise(String password) {
        return password.replace('4', 'a')
                .replace('@', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }
}

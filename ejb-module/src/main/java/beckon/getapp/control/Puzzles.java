package beckon.getapp.control;

import beckon.getapp.entity.AppLinkRequest.Proof;
import beckon.shared.PhoneNumber;
import beckon.shared.Seal;
import beckon.shared.Token;
import beckon.shared.TokenHash;
import beckon.shared.TokenKeys;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puzzles that take a browser a second or so: to find a number whose SHA-256, together with the
 * puzzle, begins with so many zero bits.
 *
 * <p>A puzzle is sealed, so that none needs to be kept; it is for one phone number, for ten
 * minutes, and its solution is taken once.
 */
@ApplicationScoped
public class Puzzles {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String PURPOSE = "appPuzzle";
    private static final Pattern FORM =
            Pattern.compile("(([0-9]{1,12})\\.([0-9]{1,2})\\.[\\w-]{22})\\.([\\w-]{43})");
    private static final Pattern SOLUTION = Pattern.compile("[0-9]{1,15}");

    private TokenKeys keys;
    private RateLimitRepository limits;

    protected Puzzles() {}

    @Inject
    public Puzzles(TokenKeys keys, RateLimitRepository limits) {
        this.keys = keys;
        this.limits = limits;
    }

    /** A new puzzle, for whoever wants a text to this number. */
    String draw(PhoneNumber number, int bits, Instant now) {
        String nonce =
                Base64.getUrlEncoder().withoutPadding().encodeToString(Token.randomOctets(16));
        String puzzle = now.plus(GOOD_FOR).getEpochSecond() + "." + bits + "." + nonce;
        return puzzle + "." + keys.seal(PURPOSE, content(puzzle, number)).value();
    }

    /**
     * Takes a solution, for good; false if it is none, or not for this number, or late, or used.
     */
    boolean take(Proof proof, PhoneNumber number, Instant now) {
        if (proof == null || proof.puzzle() == null || proof.solution() == null) {
            return false;
        }
        Matcher puzzle = FORM.matcher(proof.puzzle());
        return puzzle.matches()
                && SOLUTION.matcher(proof.solution()).matches()
                && now.getEpochSecond() < Long.parseLong(puzzle.group(2))
                && isSealed(puzzle.group(1), number, puzzle.group(4))
                && zeroBits(proof) >= Integer.parseInt(puzzle.group(3))
                && isFirst(proof.puzzle(), now);
    }

    private boolean isSealed(String puzzle, PhoneNumber number, String seal) {
        byte[] claimed = seal.getBytes(StandardCharsets.US_ASCII);
        return keys.seals(PURPOSE, content(puzzle, number)).stream()
                .map(Seal::value)
                .map(value -> value.getBytes(StandardCharsets.US_ASCII))
                .anyMatch(value -> MessageDigest.isEqual(value, claimed));
    }

    private boolean isFirst(String puzzle, Instant now) {
        return limits.takeForGood("app.puzzle:" + TokenHash.hex(puzzle), 1, GOOD_FOR, now, 1);
    }

    /** How many zero bits the hash of puzzle and solution begins with. */
    static int zeroBits(Proof proof) {
        int bits = 0;
        for (byte octet : TokenHash.of(proof.puzzle() + ":" + proof.solution())) {
            int zeros = Integer.numberOfLeadingZeros(octet & 0xFF) - 24;
            bits += zeros;
            if (zeros < 8) {
                break;
            }
        }
        return bits;
    }

    private static byte[] content(String puzzle, PhoneNumber number) {
        return (puzzle + " " + number.e164()).getBytes(StandardCharsets.UTF_8);
    }
}

package beckon.getapp.control;

import beckon.shared.Settings;
import beckon.shared.persistence.RateLimitRepository;
import java.time.Instant;

/** The same limits with puzzles that a test solves thousands of. */
public final class EasyLimits extends AppLimits {

    public EasyLimits(RateLimitRepository limits, Settings settings) {
        super(limits, settings);
    }

    @Override
    int puzzleBits(Wish wish, Instant now) {
        return Math.min(4, super.puzzleBits(wish, now));
    }
}

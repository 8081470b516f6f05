package beckon.connector.text.spi;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How fast a session may be.
 *
 * <p>As fast as it can, till the message centre says that this is too fast: then half as fast, each
 * time it says so again. It finds back quickly to where it was too fast, and goes on from there
 * carefully.
 */
final class Pace {

    private static final long FIRST_GAP = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(1);
    private static final long NO_GAP = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int QUICKLY = 4;
    private static final int CAREFULLY = 32;

    private final LongSupplier nanoTime;
    private long gap;
    private long next;
    private long slowedAt;
    private long limit;
    private boolean accepted;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.slowedAt = nanoTime.getAsLong();
        this.next = slowedAt;
    }

    /** How long to wait before the next text; 0 for not at all. */
    long waitNanos() {
        return gap == 0 ? 0 : Math.max(0, next - nanoTime.getAsLong());
    }

    /** Notes that a text goes out now. */
    void go() {
        next = nanoTime.getAsLong() + gap;
    }

    /**
     * Half as fast.
     *
     * @param sentAt when the text went out that was too much; those that were under way when it
     *     became slower say nothing new
     */
    void slowDown(long sentAt) {
        if (gap > 0 && sentAt - slowedAt < 0) {
            return;
        }
        if (accepted) {
            // this pace was too fast; what follows at once only says the same again
            limit = gap;
            accepted = false;
        }
        slowedAt = nanoTime.getAsLong();
        gap = gap == 0 ? FIRST_GAP : Math.min(LONGEST_GAP, gap * 2);
        next = slowedAt + gap;
    }

    /** A little faster. */
    void speedUp() {
        accepted = true;
        long careful = limit + limit / QUICKLY;
        gap = gap > careful ? Math.max(careful, gap - gap / QUICKLY) : gap - gap / CAREFULLY;
        if (gap < NO_GAP) {
            gap = 0;
        }
    }

    boolean isSlow() {
        return gap > 0;
    }
}

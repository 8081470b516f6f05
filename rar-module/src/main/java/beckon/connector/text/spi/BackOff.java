package beckon.connector.text.spi;

import jakarta.resource.spi.CommException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps a pool from asking a message centre again and again that has just refused.
 *
 * <p>After a failure nobody asks for a second, after the next one for two, and so on up to half a
 * minute; meanwhile the last reason is the answer.
 */
final class BackOff {

    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

    private final LongSupplier nanoTime;
    private long pause;
    private long until;
    private String reason;

    BackOff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Lets through whoever may try.
     *
     * @throws CommException with the reason of the last failure, while it is too early
     */
    synchronized void check() throws CommException {
        if (pause > 0 && nanoTime.getAsLong() - until < 0) {
            throw new CommException(reason);
        }
    }

    /** Notes a failure; those that had begun before the last pause count as one. */
    synchronized void failed(String words) {
        reason = words;
        if (pause > 0 && nanoTime.getAsLong() - until < 0) {
            return;
        }
        pause = pause == 0 ? FIRST : Math.min(LONGEST, pause * 2);
        until = nanoTime.getAsLong() + pause;
    }

    synchronized void succeeded() {
        pause = 0;
    }
}

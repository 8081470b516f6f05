package beckon.connector.mail.spi;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Till when a conversation may last, whatever trickles in meanwhile. */
final class Deadline {

    private volatile long end;

    void startMillis(long span) {
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(span);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    int remainingMillis() throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("Read timed out");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}

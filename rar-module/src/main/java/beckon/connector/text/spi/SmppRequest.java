package beckon.connector.text.spi;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something we asked, till it is answered or can no longer be. */
final class SmppRequest {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile byte[] answer;
    private volatile boolean handedOver;
    private volatile long since = System.nanoTime();

    /** From now on the other side may have it. */
    void handOver() {
        since = System.nanoTime();
        handedOver = true;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    void answer(byte[] pdu) {
        answer = pdu;
        done.countDown();
    }

    void giveUp() {
        done.countDown();
    }

    /** Waits; false if there is neither an answer nor an end of hope so long after it was sent. */
    boolean await(long nanos) throws InterruptedException {
        return done.await(since + nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** The whole PDU; null if there will be none. */
    byte[] answer() {
        return answer;
    }
}

package beckon.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same moment. */
public final class Crowds {

    private Crowds() {}

    /** What came of it for each. */
    public static <T> List<T> atOnce(int number, Callable<T> attempt) {
        return atOnce(Collections.nCopies(number, attempt));
    }

    /** The same for attempts that differ. */
    public static <T> List<T> atOnce(List<Callable<T>> attempts) {
        ExecutorService threads = Executors.newFixedThreadPool(attempts.size());
        CountDownLatch go = new CountDownLatch(attempts.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> attempt : attempts) {
                futures.add(
                        threads.submit(
                                () -> {
                                    go.countDown();
                                    go.await();
                                    return attempt.call();
                                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}

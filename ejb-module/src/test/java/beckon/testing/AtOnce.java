package beckon.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same thing tried by many at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of so many attempts came to. */
    public static <T> List<T> attempts(int number, Callable<T> attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        CountDownLatch go = new CountDownLatch(number);
        Callable<T> waiting =
                () -> {
                    go.countDown();
                    go.await();
                    return attempt.call();
                };
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(number, waiting))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}

package beckon.getapp;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.getapp.boundary.AppLinkService;
import beckon.getapp.entity.AppLinkRequest;
import beckon.shared.RefusalException;
import beckon.testing.BeckonIT;
import beckon.testing.Database;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Get the app" against the server's own transactions. */
class AppLinkIT extends BeckonIT {
    private static final List<String> NOTATIONS =
            List.of("06 12 34 56 78", "+33612345678", "0033612345678", "+33 (0)6-12-34-56-78");

    @Inject private AppLinkService links;

    @BeforeEach
    void forgetTheLimits() {
        Database.update("delete from rate_limit where bucket like 'app.%'");
    }

    @Test
    void hundredAtOnceForOneNumberInAnyNotationAreOneText() throws Exception {
        AtomicInteger each = new AtomicInteger();
        long before = sent();

        List<Boolean> sent =
                atOnce(
                        100,
                        () -> {
                            int i = each.incrementAndGet();
                            return succeeds(NOTATIONS.get(i % 4), "198.51.100." + i);
                        });

        assertThat(sent).filteredOn(one -> one).hasSize(1);
        assertThat(sent() - before).isOne();
    }

    @Test
    void hundredAtOnceFromOneAddressAreOneText() throws Exception {
        AtomicInteger each = new AtomicInteger();

        List<Boolean> sent =
                atOnce(
                        100,
                        () ->
                                succeeds(
                                        "+3362%07d".formatted(10_007 * each.incrementAndGet()),
                                        "198.51.100.1"));

        assertThat(sent).filteredOn(one -> one).hasSize(1);
    }

    private boolean succeeds(String number, String remote) {
        try {
            return links.send(new AppLinkRequest(number, "FR", "en", null, remote, null)).isEmpty();
        } catch (RefusalException e) {
            return false;
        }
    }

    private static long sent() {
        return Database.number("select count(*) from dispatch where template = 'appLink'");
    }

    private static <T> List<T> atOnce(int number, Callable<T> attempt) throws Exception {
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

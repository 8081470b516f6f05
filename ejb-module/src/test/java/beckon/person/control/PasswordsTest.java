package beckon.person.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int OURS = 19_456;

    private static final ThreadMXBean CPU = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Passwords passwords = new Passwords(2, OURS);

    @Test
    void hashIsArgon2idAtTheAgreedCostWithItsOwnSalt() {
        String hash = passwords.hash("violet tram anchored");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(255);
        assertThat(passwords.hash("violet tram anchored")).isNotEqualTo(hash);
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = passwords.hash("vıolet ünïcode 🦊 trâm");

        assertThat(passwords.matches("vıolet ünïcode 🦊 trâm", hash)).isTrue();
        assertThat(passwords.matches("vıolet ünïcode 🦊 tra\u0302m", hash)).isTrue();
        assertThat(passwords.matches("violet ünïcode 🦊 trâm", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void nobodyHasNoPasswordButCostsAsMuch() {
        String hash = passwords.hash("violet tram anchored");
        long known = shortest(() -> passwords.matches("something else", hash));
        long unknown = shortest(() -> passwords.matches("something else", null));

        assertThat(passwords.matches("violet tram anchored", null)).isFalse();
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void hashOfAnotherCostIsOutdatedAndStillMatches() {
        String cheap = new Passwords(1, 8_192).hash("violet tram anchored");

        assertThat(passwords.isOutdated(cheap)).isTrue();
        assertThat(passwords.matches("violet tram anchored", cheap)).isTrue();
    }

    @Test
    void hashThatTheReferenceProgramMadeMatches() {
        String hash =
                "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBvY3RldHMh"
                        + "$fi07BQNZZD6n0h4uhiA21XSvOl5SDR1sMbSzTltkY6A";

        assertThat(passwords.matches("violet tram anchored", hash)).isTrue();
        assertThat(passwords.matches("violet tram anchored.", hash)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void oneHashAfterTheOtherUsesTheSameMemory() {
        String hash = passwords.hash("violet tram anchored");
        long before = CPU.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 5; i++) {
            passwords.matches("violet tram anchored", hash);
        }
        long octets = CPU.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(octets).isLessThan(5 * OURS * 1024L / 10);
    }

    @Test
    void whatIsNoHashIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> passwords.matches("violet tram anchored", "violet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("violet");
    }

    @Test
    void crowdIsServedInTurn() throws Exception {
        Passwords one = new Passwords(1, OURS);
        String hash = one.hash("violet tram anchored");
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(() -> one.matches("violet tram anchored", hash)));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static long shortest(Runnable work) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            work.run();
            shortest = Math.min(shortest, CPU.getCurrentThreadCpuTime() - start);
        }
        return shortest;
    }
}

package beckon.bench;

import java.util.Arrays;

/** Durations of calls, for percentiles. */
final class Latencies {

    private final long[] sortedNanos;

    Latencies(long[] nanos) {
        sortedNanos = nanos.clone();
        Arrays.sort(sortedNanos);
    }

    int calls() {
        return sortedNanos.length;
    }

    double millis(double percentile) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percentile / 100 * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, rank)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format("p50 %.1f  p95 %.1f  p99 %.1f ms", millis(50), millis(95), millis(99));
    }
}

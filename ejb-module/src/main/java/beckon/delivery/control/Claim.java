package beckon.delivery.control;

import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What one consumer has claimed of a batch.
 *
 * <p>A batch that is done quickly costs three round trips to the database. One that is not looks
 * again before each message whether it has been withdrawn, and keeps its lease.
 */
final class Claim {

    /** Longer than one mail, or one batch of texts, can take, with the adapter's time-outs. */
    static final Duration LEASE = Duration.ofSeconds(40);

    private static final Duration UNPROLONGED = Duration.ofSeconds(4);

    /** For how long a message may still go out after it was withdrawn: less than a mail takes. */
    private static final Duration UNCHECKED = Duration.ofMillis(20);

    private final ClaimRepository claims;
    private final Clock clock;
    private final UUID lease;
    private final List<Dispatch> dispatches;
    private final BiFunction<Dispatch, Attempt, Settlement> rule;
    private final List<Long> ids;
    private final List<Settlement> settlements = new ArrayList<>();
    private Instant checkedAt;
    private Instant prolongedAt;
    private Set<Long> stillClaimed;

    Claim(
            ClaimRepository claims,
            Clock clock,
            UUID lease,
            List<Dispatch> dispatches,
            BiFunction<Dispatch, Attempt, Settlement> rule) {
        this.claims = claims;
        this.clock = clock;
        this.lease = lease;
        this.dispatches = dispatches;
        this.rule = rule;
        this.ids = dispatches.stream().map(Dispatch::id).toList();
        this.checkedAt = clock.instant();
        this.prolongedAt = checkedAt;
    }

    List<Dispatch> dispatches() {
        return dispatches;
    }

    /** Whether it must not go out any more; asked just before it does. */
    boolean isWithdrawn(long id) {
        Instant now = clock.instant();
        if (prolongedAt.plus(UNPROLONGED).isBefore(now)) {
            claims.prolong(lease, ids, now.plus(LEASE));
            prolongedAt = now;
        }
        if (checkedAt.plus(UNCHECKED).isBefore(now)) {
            stillClaimed = claims.listStillClaimed(lease, ids);
            checkedAt = now;
        }
        return stillClaimed != null && !stillClaimed.contains(id);
    }

    /** Notes that these may reach the server from now on, even if nobody hears of it any more. */
    void handOver(List<Dispatch> going) {
        claims.handOver(lease, going.stream().map(Dispatch::id).toList());
    }

    /** Notes what came of one. */
    void note(Dispatch dispatch, Attempt attempt) {
        settlements.add(rule.apply(dispatch, attempt));
    }

    /** Writes down what was noted, by rising ids. */
    void settle() {
        if (!settlements.isEmpty()) {
            settlements.sort(Comparator.comparing(Settlement::id));
            claims.settle(lease, settlements);
        }
    }
}

package beckon.delivery.control;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims dispatches for consumers, of whichever channel. */
@ApplicationScoped
public class Claims {

    private ClaimRepository claims;
    private DispatchRepository dispatches;
    private RetrySchedule schedule;
    private Clock clock;

    protected Claims() {}

    @Inject
    public Claims(
            ClaimRepository claims,
            DispatchRepository dispatches,
            RetrySchedule schedule,
            Clock clock) {
        this.claims = claims;
        this.dispatches = dispatches;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Takes those of the dispatches that are queued, of this channel, and nobody else's. */
    Claim claim(Channel channel, List<Long> ids) {
        UUID lease = UUID.randomUUID();
        Instant now = clock.instant();
        List<Dispatch> claimed = claims.claim(channel, ids, lease, now.plus(Claim.LEASE), now);
        return new Claim(claims, clock, lease, claimed, this::settlement);
    }

    /** The same, and writes down at once that nothing could be tried. */
    Claim delay(Channel channel, List<Long> ids, Attempt trouble) {
        Claim claim = claim(channel, ids);
        claim.dispatches().forEach(dispatch -> claim.note(dispatch, trouble));
        claim.settle();
        return claim;
    }

    /**
     * After the work: were these dispatches at all?
     *
     * @throws IllegalArgumentException if one of the ids is nobody's
     */
    void requireKnown(List<Long> ids, Claim claim) {
        if (claim.dispatches().size() < ids.size() && !dispatches.isKnown(ids)) {
            throw new IllegalArgumentException("a dispatch that does not exist among " + ids);
        }
    }

    private Settlement settlement(Dispatch dispatch, Attempt attempt) {
        Instant now = clock.instant();
        Optional<Instant> next =
                attempt.isFinal()
                        ? Optional.empty()
                        : schedule.findNext(dispatch.attempts(), now, dispatch.expiresAt());
        DispatchState failed = next.isPresent() ? DispatchState.DELAYED : DispatchState.FAILED;
        return new Settlement(
                dispatch.id(),
                attempt.result() == Attempt.Result.SENT ? DispatchState.SENT : failed,
                next.orElse(null),
                attempt.code() == 0 ? null : attempt.code(),
                attempt.words(),
                attempt.trouble(),
                now);
    }
}

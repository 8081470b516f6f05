package beckon.delivery.control;

import beckon.delivery.control.ClaimRepository.Due;
import beckon.delivery.entity.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sends couriers for whatever is due, whichever way it came to lie there. */
@ApplicationScoped
public class DispatchSweeper {

    private static final Logger LOGGER = System.getLogger(DispatchSweeper.class.getName());
    private static final int AT_ONCE = 500;
    private static final int MOST = 20_000;

    private ClaimRepository claims;
    private DispatchQueue queue;
    private RetrySchedule schedule;
    private ReportRepository reports;
    private Clock clock;

    protected DispatchSweeper() {}

    @Inject
    public DispatchSweeper(
            ClaimRepository claims,
            DispatchQueue queue,
            RetrySchedule schedule,
            ReportRepository reports,
            Clock clock) {
        this.claims = claims;
        this.queue = queue;
        this.schedule = schedule;
        this.reports = reports;
        this.clock = clock;
    }

    /** Takes up all that is due now, though no more than the consumers can be expected to do. */
    public void sweep() {
        int swept = 0;
        List<Due> due;
        do {
            Instant now = clock.instant();
            Instant doubtUntil = schedule.findNext(1, now, Instant.MAX).orElseThrow();
            due = claims.requeueDue(now, now.plus(DispatchQueue.WINDOW), doubtUntil, AT_ONCE);
            courier(due, now);
            swept += due.size();
        } while (due.size() == AT_ONCE && swept < MOST);
        if (swept > 0) {
            LOGGER.log(Level.INFO, "{0} messages were due and are on their way again", swept);
        }
    }

    private void courier(List<Due> due, Instant now) {
        Map<Channel, List<Long>> ready = new EnumMap<>(Channel.class);
        boolean doubtful = false;
        for (Due each : due) {
            doubtful |= each.isDoubtful();
            if (!each.isDoubtful()) {
                ready.computeIfAbsent(each.channel(), any -> new ArrayList<>()).add(each.id());
            }
        }
        ready.forEach(queue::courier);
        if (doubtful) {
            // reports may have come that nobody could understand without the doubt
            reports.hurry(now);
        }
    }
}

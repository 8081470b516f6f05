package beckon.delivery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Sends couriers for whatever is due, whichever way it came to lie there. */
@ApplicationScoped
public class DispatchSweeper {

    private static final Logger LOGGER = System.getLogger(DispatchSweeper.class.getName());
    private static final int AT_ONCE = 500;
    private static final int MOST = 20_000;

    private DispatchRepository dispatches;
    private DispatchQueue queue;
    private Clock clock;

    protected DispatchSweeper() {}

    @Inject
    public DispatchSweeper(DispatchRepository dispatches, DispatchQueue queue, Clock clock) {
        this.dispatches = dispatches;
        this.queue = queue;
        this.clock = clock;
    }

    /** Takes up all that is due now, though no more than the consumers can be expected to do. */
    public void sweep() {
        int swept = 0;
        List<Long> due;
        do {
            Instant now = clock.instant();
            due = dispatches.requeueDue(now, now.plus(DispatchQueue.WINDOW), AT_ONCE);
            if (!due.isEmpty()) {
                queue.courier(due);
                swept += due.size();
            }
        } while (due.size() == AT_ONCE && swept < MOST);
        if (swept > 0) {
            LOGGER.log(Level.INFO, "{0} messages were due and are on their way again", swept);
        }
    }
}

package beckon.delivery.boundary;

import beckon.delivery.control.DispatchSweeper;
import beckon.delivery.control.Pulse;
import beckon.delivery.control.TextUpkeep;
import beckon.shared.Masked;
import beckon.shared.persistence.DatabaseTime;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Sweeps at the start, for what the last run left, and then a few seconds after each sweep; now and
 * then it looks first whether the clock by which it judges leases still goes right.
 *
 * <p>No interval timer: a sweep of much may take longer than the interval.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DispatchSweeperTimer {

    private static final Logger LOGGER = System.getLogger(DispatchSweeperTimer.class.getName());
    private static final long PAUSE = 5_000;
    private static final int SWEEPS_PER_COMPARISON = 12;

    @Resource private TimerService timers;
    @Inject private SchemaState schema;
    @Inject private DatabaseTime time;
    @Inject private Pulse pulse;
    @Inject private DispatchSweeper sweeper;
    @Inject private TextUpkeep texts;

    private int sweeps;

    @PostConstruct
    void start() {
        wakeAfter(0);
    }

    @Timeout
    void sweep() {
        try {
            if (schema.isReady()) {
                if (sweeps++ % SWEEPS_PER_COMPARISON == 0) {
                    time.compare();
                    // a restored database holds its messages before the first sweep
                    pulse.beat();
                }
                sweeper.sweep();
                texts.sweep();
            }
        } catch (RuntimeException e) {
            // thrown, it would make the container call again at once, and so have two timers
            LOGGER.log(
                    Level.WARNING,
                    "What is due could not be taken up; tried again soon",
                    Masked.failure(e));
        } finally {
            wakeAfter(PAUSE);
        }
    }

    private void wakeAfter(long millis) {
        timers.createSingleActionTimer(millis, new TimerConfig(null, false));
    }
}

package beckon.delivery.boundary;

import beckon.delivery.control.DispatchSweeper;
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

/** Sweeps at the start, for what the last run left, and then every few seconds. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DispatchSweeperTimer {

    private static final long INTERVAL = 5_000;

    @Resource private TimerService timers;
    @Inject private DispatchSweeper sweeper;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, INTERVAL, new TimerConfig(null, false));
    }

    @Timeout
    void sweep() {
        sweeper.sweep();
    }
}

package beckon.demo.boundary;

import beckon.demo.control.DemoCompanies;
import beckon.shared.Settings;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;

/**
 * Makes the demo companies when a development server starts for the first time; waits for the
 * database if need be.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class DemoStart {

    @Resource private TimerService timers;
    @Inject private SchemaState schema;
    @Inject private Settings settings;
    @Inject private DemoCompanies companies;

    @PostConstruct
    void start() {
        if (settings.demo()) {
            makeOrWait();
        }
    }

    @Timeout
    void makeOrWait() {
        if (schema.isReady()) {
            companies.makeOnce();
        } else {
            timers.createSingleActionTimer(SchemaState.PAUSE, new TimerConfig(null, false));
        }
    }
}

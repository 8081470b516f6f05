package beckon.account.boundary;

import beckon.account.control.OperatorKey;
import beckon.shared.Settings;
import beckon.shared.Token;
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
import java.lang.System.Logger.Level;

/**
 * Prints the set-up link when a server starts that has no account yet, and no demo; waits for the
 * database if need be.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class SetUpStart {

    private static final System.Logger LOGGER = System.getLogger(SetUpStart.class.getName());

    @Resource private TimerService timers;
    @Inject private SchemaState schema;
    @Inject private Settings settings;
    @Inject private SetUpService setUp;
    @Inject private OperatorKey operator;

    @PostConstruct
    void start() {
        operator.prepare();
        if (!settings.demo()) {
            openOrWait();
        }
    }

    @Timeout
    void openOrWait() {
        if (schema.isReady()) {
            setUp.open().ifPresent(this::print);
        } else {
            timers.createSingleActionTimer(SchemaState.PAUSE, new TimerConfig(null, false));
        }
    }

    private void print(Token token) {
        LOGGER.log(
                Level.INFO,
                "No account yet. Set Beckon up within 24 hours at "
                        + settings.baseUrl()
                        + "/setup/"
                        + token.secret());
    }
}

package beckon.shared.persistence;

import beckon.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Brings the schema up to date before anybody uses it; other start-up beans depend on this one.
 *
 * <p>A database that is not there yet is waited for; one that is there and takes the schema not
 * ends the start. Several nodes may start at once: Flyway's own lock lets one of them work and the
 * others wait.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final System.Logger LOGGER = System.getLogger(SchemaMigration.class.getName());
    private static final int SECONDS = 2;

    @Resource(lookup = PersistenceProducer.DATA_SOURCE)
    private DataSource dataSource;

    @Resource private TimerService timers;
    @Inject private Settings settings;
    @Inject private SchemaState state;
    @Inject private DatabaseTime time;

    private boolean waiting;

    @PostConstruct
    void start() {
        // a wrong setting stops the start here, before anything is changed
        settings.baseUrl();
        migrateOrWait();
    }

    @Timeout
    void migrateOrWait() {
        String trouble = trouble();
        if (trouble == null) {
            migrate();
            return;
        }
        if (!waiting) {
            LOGGER.log(Level.WARNING, "Beckon waits for its database: {0}", trouble);
        }
        waiting = true;
        timers.createSingleActionTimer(SchemaState.PAUSE, new TimerConfig(null, false));
    }

    private void migrate() {
        int steps = new Schema(dataSource).migrate();
        if (steps > 0) {
            LOGGER.log(
                    Level.INFO, "The database schema was brought up to date in {0} steps", steps);
        } else if (waiting) {
            LOGGER.log(Level.INFO, "The database is there");
        }
        time.compare();
        state.markReady();
    }

    /** Why the database cannot be worked with, in its own words; null if it can. */
    private String trouble() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS) ? null : "it does not answer";
        } catch (SQLException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.getMessage();
        }
    }
}

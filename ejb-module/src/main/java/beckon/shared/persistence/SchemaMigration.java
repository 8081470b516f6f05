package beckon.shared.persistence;

import beckon.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;

/**
 * Brings the schema up to date before anybody uses it; other start-up beans depend on this one.
 *
 * <p>Several nodes may start at once: Flyway's own lock lets one of them work and the others wait.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final System.Logger LOGGER = System.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = PersistenceProducer.DATA_SOURCE)
    private DataSource dataSource;

    @Inject private Settings settings;

    @PostConstruct
    void migrate() {
        // a wrong setting stops the start here, before anything is changed
        settings.baseUrl();
        int steps = new Schema(dataSource).migrate();
        if (steps > 0) {
            LOGGER.log(
                    Level.INFO, "The database schema was brought up to date in {0} steps", steps);
        }
    }
}

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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
        int steps = migrate(dataSource);
        if (steps > 0) {
            LOGGER.log(
                    Level.INFO, "The database schema was brought up to date in {0} steps", steps);
        }
    }

    /** Runs what is missing, and says how many steps that were. */
    public static int migrate(DataSource dataSource) {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration", "classpath:db/" + product(dataSource))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** The folder of what only one database needs: {@code h2} or {@code postgresql}. */
    private static String product(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database is out of reach", e);
        }
    }
}

package beckon.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Asks the database whether it can be worked with. */
@ApplicationScoped
public class DatabaseProbe {
    private static final System.Logger LOGGER = System.getLogger(DatabaseProbe.class.getName());
    private static final int SECONDS = 2;
    private static final String FAILED_MIGRATIONS =
            "select count(*) from flyway_schema_history where success = false";

    @Inject private DataSource dataSource;
    @Inject private SchemaState schema;

    /** Whether it answers at once and its schema was brought up to date. */
    public boolean isReady() {
        if (!schema.isReady()) {
            return false;
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (ResultSet failed = statement.executeQuery(FAILED_MIGRATIONS)) {
                return failed.next() && failed.getInt(1) == 0;
            }
        } catch (SQLException e) {
            LOGGER.log(Level.DEBUG, "The database does not answer", e);
            return false;
        }
    }
}

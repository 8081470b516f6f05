package beckon.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of one database, as the migrations make them. */
final class Schema {

    private final DataSource dataSource;

    Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs what is missing, and says how many steps that were. */
    int migrate() {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration", "classpath:db/" + product())
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** The folder of what only one database needs: {@code h2} or {@code postgresql}. */
    private String product() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database is out of reach", e);
        }
    }
}

package beckon.shared.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The databases that Beckon runs on, each started once per test run, with its schema.
 *
 * <p>Within {@link #inTransaction} the entity manager and the data source share one connection, as
 * they share one transaction in the server.
 */
public enum TestDatabase {
    H2 {
        @Override
        DataSource start() {
            return JdbcConnectionPool.create(
                    "jdbc:h2:mem:beckon;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000",
                    "sa",
                    "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                EmbeddedPostgres server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "200")
                                .setServerConfig("fsync", "off")
                                .setServerConfig("synchronous_commit", "off")
                                .start();
                return server.getPostgresDatabase(Map.of("reWriteBatchedInserts", "true"));
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    };

    private BoundDataSource dataSource;
    private EntityManagerFactory factory;

    abstract DataSource start();

    /** A data source as the server would inject it. */
    public synchronized DataSource dataSource() {
        if (dataSource == null) {
            DataSource plain = start();
            new Schema(plain).migrate();
            dataSource = new BoundDataSource(plain);
        }
        return dataSource;
    }

    /** The entity manager as the server would inject it; of use within a transaction only. */
    public EntityManager entityManager() {
        return BoundEntityManager.PROXY;
    }

    /** Runs the work in a transaction that is committed, or rolled back if the work throws. */
    public <T> T inTransaction(Callable<T> work) {
        dataSource();
        return dataSource.inTransaction(
                () -> {
                    try (EntityManager entityManager = factory().createEntityManager()) {
                        return BoundEntityManager.with(entityManager, work);
                    }
                });
    }

    /** The same for work without a result. */
    public void inTransaction(Runnable work) {
        inTransaction(
                () -> {
                    work.run();
                    return null;
                });
    }

    private synchronized EntityManagerFactory factory() {
        if (factory == null) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            settings.put("jakarta.persistence.nonJtaDataSource", dataSource());
            settings.put("jakarta.persistence.jtaDataSource", null);
            settings.put("eclipselink.session-name", name());
            factory = Persistence.createEntityManagerFactory("beckon", settings);
        }
        return factory;
    }
}

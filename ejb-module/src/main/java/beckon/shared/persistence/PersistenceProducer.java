package beckon.shared.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** The database as repositories have it injected; both doors lead into the same transaction. */
@ApplicationScoped
public class PersistenceProducer {

    /** The data source's name, as the server's configuration gives it. */
    public static final String DATA_SOURCE = "java:/beckon/jdbc/main";

    @Produces
    @PersistenceContext(unitName = "beckon")
    private EntityManager entityManager;

    @Produces
    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;
}

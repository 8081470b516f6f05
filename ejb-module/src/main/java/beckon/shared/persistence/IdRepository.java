package beckon.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Ids for rows that are written by hand, from the sequence that the entities use too.
 *
 * <p>The sequence counts in blocks of {@link #BLOCK}; of each, this hands out all.
 */
@ApplicationScoped
public class IdRepository {

    /** What the sequence is incremented by, and every {@code @SequenceGenerator} allocates. */
    public static final int BLOCK = 50;

    /** The sequence's name. */
    public static final String SEQUENCE = "beckon_id";

    private DataSource dataSource;
    private long next;
    private long last = -1;

    protected IdRepository() {}

    @Inject
    public IdRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An id that nobody else has. */
    public synchronized long next() {
        if (next > last) {
            last = drawBlock();
            next = last - BLOCK + 1;
        }
        return next++;
    }

    private long drawBlock() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select nextval('" + SEQUENCE + "')")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot draw ids", e);
        }
    }
}

package beckon.audit.control;

import beckon.audit.entity.AuditRecord;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import javax.sql.DataSource;

/** The audit's rows; they are added and never changed. */
@ApplicationScoped
public class AuditRepository {

    private static final String ADD =
            "insert into audit_entry (id, account_id, actor_id, action, subject, outcome, details,"
                    + " remote, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private DataSource dataSource;
    private IdRepository ids;

    protected AuditRepository() {}

    @Inject
    public AuditRepository(DataSource dataSource, IdRepository ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /** Adds one act. */
    public void add(AuditRecord act, Instant now) {
        long id = ids.next();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, id);
            statement.setObject(2, act.accountId(), Types.BIGINT);
            statement.setObject(3, act.actorId(), Types.BIGINT);
            statement.setString(4, act.action());
            statement.setString(5, act.subject());
            statement.setString(6, act.outcome());
            statement.setString(7, act.details());
            statement.setString(8, act.remote());
            statement.setObject(9, InstantConverter.toColumn(now));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the audit", e);
        }
    }
}

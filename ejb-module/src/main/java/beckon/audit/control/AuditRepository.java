package beckon.audit.control;

import beckon.audit.entity.AuditRecord;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;

/** The audit's rows; they are added and never changed. */
@ApplicationScoped
public class AuditRepository {

    private static final String ADD =
            "insert into audit_entry (id, account_id, actor_id, action, subject, outcome, details,"
                    + " remote, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Statements statements;
    private IdRepository ids;

    protected AuditRepository() {}

    @Inject
    public AuditRepository(DataSource dataSource, IdRepository ids) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
    }

    /** Adds one act. */
    public void add(AuditRecord act, Instant now) {
        statements.update(
                ADD,
                ids.next(),
                act.accountId(),
                act.actorId(),
                act.action(),
                act.subject(),
                act.outcome(),
                act.details(),
                act.remote(),
                InstantConverter.toColumn(now));
    }
}

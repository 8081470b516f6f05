package beckon.audit.boundary;

import beckon.audit.control.AuditRepository;
import beckon.audit.entity.AuditRecord;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** The inner door to the audit: other components record here, people do not. */
@Stateless
@PermitAll
public class AuditService {

    @Inject private AuditRepository entries;
    @Inject private Clock clock;

    public AuditService() {}

    public AuditService(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Records an act in the transaction that carries it out. */
    public void record(AuditRecord act) {
        entries.add(act, clock.instant());
    }

    /** Records an act whose own transaction is about to be rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(AuditRecord act) {
        entries.add(act, clock.instant());
    }
}

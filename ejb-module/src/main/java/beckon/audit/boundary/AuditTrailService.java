package beckon.audit.boundary;

import beckon.audit.control.AuditChain;
import beckon.audit.entity.AuditVerdict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The door for admins who ask whether the audit is what was written. */
@Stateless
@RolesAllowed("ADMIN")
public class AuditTrailService {
    @Inject AuditChain chain;

    /**
     * Looks through the whole server's chain; what it finds names rows by numbers that say nothing
     * of whose they are.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerdict verify() {
        return chain.verify();
    }
}

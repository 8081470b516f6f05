package beckon.audit.boundary;

import beckon.audit.control.AuditChain;
import beckon.audit.entity.AuditVerdict;
import beckon.shared.persistence.SchemaState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Links the audit's new rows every few seconds, and looks through the whole chain every night.
 *
 * <p>Every node does: those that find another one at it leave it alone.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditChainTimer {
    private static final Logger LOGGER = System.getLogger(AuditChainTimer.class.getName());

    @Inject private SchemaState schema;
    @Inject private AuditChain chain;

    @Schedule(hour = "*", minute = "*", second = "10,20,30,40,50", persistent = false)
    void link() {
        linkAll(AuditChain.USUAL_COMMIT);
    }

    @Schedule(hour = "*", minute = "*", second = "0", persistent = false)
    void linkLate() {
        linkAll(AuditChain.LATEST_COMMIT);
    }

    private void linkAll(Duration back) {
        int linked = schema.isReady() ? 1 : 0;
        while (linked > 0) {
            linked = chain.link(back);
        }
    }

    /** The end stands in the log, where whoever cuts it off in the database does not reach. */
    @Schedule(hour = "*", minute = "7", second = "3", persistent = false)
    void note() {
        if (schema.isReady()) {
            LOGGER.log(Level.INFO, "The audit's chain ends with {0}", chain.end());
        }
    }

    @Schedule(hour = "3", minute = "37", second = "3", persistent = false)
    void verify() {
        if (!schema.isReady()) {
            return;
        }
        AuditVerdict verdict = chain.verify();
        if (verdict.isIntact()) {
            LOGGER.log(Level.INFO, "The audit's chain holds: {0} rows", verdict.checked());
        } else {
            LOGGER.log(
                    Level.ERROR,
                    "The audit was tampered with: {0} of {1} rows, first {2}",
                    verdict.faults().size(),
                    verdict.checked(),
                    verdict.faults().get(0));
        }
    }
}

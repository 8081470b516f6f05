package beckon.dossier.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.dossier.control.DossierLimits;
import beckon.dossier.control.DossierSender;
import beckon.person.boundary.StepUpService;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Visit;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.OutputStream;
import java.security.Principal;
import java.time.Clock;
import java.util.function.Supplier;

/** The door by which people take out all that is kept of them. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class DossierService {

    private static final String TAKEN = "person.dataTaken";

    @Inject StepUpService stepUp;
    @Inject DossierLimits limits;
    @Inject DossierSender dossiers;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Sends the caller's own as JSON once all of it has been read: whatever its length, little of
     * it is in memory.
     *
     * @param password the caller's, asked for once more
     * @param destination opened only once all has been read; left open
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS
     */
    // neither hashing nor whoever reads slowly holds a connection
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void take(
            @NotNull String password,
            @NotNull Visit visit,
            @NotNull Supplier<OutputStream> destination) {
        stepUp.require(password, TAKEN, visit);
        PrincipalName who = PrincipalName.of(principal);
        requireFewTaken(who, visit);
        audit.record(act(who, AuditRecord.DONE, visit));
        dossiers.send(who.personId(), clock.instant(), destination);
    }

    private void requireFewTaken(PrincipalName who, Visit visit) {
        try {
            limits.take(who.personId(), clock.instant());
        } catch (RefusalException e) {
            audit.recordRefusal(act(who, ((PersonReason) e.reason()).name(), visit));
            throw e;
        }
    }

    private static AuditRecord act(PrincipalName who, String outcome, Visit visit) {
        return new AuditRecord(
                who.accountId(), who.membershipId(), TAKEN, null, outcome, null, visit.remote());
    }
}

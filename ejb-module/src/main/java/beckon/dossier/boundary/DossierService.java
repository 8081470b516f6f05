package beckon.dossier.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.dossier.control.DossierWriter;
import beckon.person.boundary.StepUpService;
import beckon.person.entity.Visit;
import beckon.shared.PrincipalName;
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
    @Inject DossierWriter dossiers;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Writes the caller's own as JSON, as it is read: whatever its length, little of it is in
     * memory.
     *
     * @param password the caller's, asked for once more
     * @param destination opened only once the password was right; left open
     * @throws beckon.shared.RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS
     */
    // whoever reads slowly holds a connection, but not while the password is hashed
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void take(
            @NotNull String password,
            @NotNull Visit visit,
            @NotNull Supplier<OutputStream> destination) {
        stepUp.require(password, TAKEN, visit);
        PrincipalName who = PrincipalName.of(principal);
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        TAKEN,
                        null,
                        AuditRecord.DONE,
                        null,
                        visit.remote()));
        dossiers.write(who.personId(), clock.instant(), destination.get());
    }
}

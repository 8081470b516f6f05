package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.PersonRepository;
import beckon.person.control.StepUp;
import beckon.person.entity.Person;
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
import java.security.Principal;
import java.time.Clock;

/** The door at which other components have who is signed in prove once more who they are. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class StepUpService {

    @Inject PersonRepository persons;
    @Inject StepUp stepUp;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Refuses a wrong password of the caller, and notes the refusal.
     *
     * @param action what is about to be done, as the audit names it
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS
     */
    // hashing takes a tenth of a second: no transaction holds a connection meanwhile
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void require(@NotNull String password, @NotNull String action, @NotNull Visit visit) {
        PrincipalName who = PrincipalName.of(principal);
        Person person = persons.read(who.personId());
        try {
            stepUp.require(person.id(), password, person.passwordHash(), clock.instant());
        } catch (RefusalException e) {
            audit.recordRefusal(
                    new AuditRecord(
                            who.accountId(),
                            who.membershipId(),
                            action,
                            null,
                            ((PersonReason) e.reason()).name(),
                            null,
                            visit.remote()));
            throw e;
        }
    }
}

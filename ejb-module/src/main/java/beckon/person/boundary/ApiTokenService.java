package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.ApiTokenRepository;
import beckon.person.control.ApiTokens;
import beckon.person.control.PersonRepository;
import beckon.person.control.StepUp;
import beckon.person.entity.ApiTokenRow;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.NewApiToken;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The door to one's own keys to the API: each acts as its owner in one account. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class ApiTokenService {

    @Inject ApiTokens tokens;
    @Inject ApiTokenRepository repository;
    @Inject PersonRepository persons;
    @Inject StepUp stepUp;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /** The caller's keys that still open the API, the newest first. */
    public List<ApiTokenRow> list() {
        PrincipalName who = caller();
        return repository.listLive(who.personId(), who.membershipId(), clock.instant());
    }

    /**
     * Makes one.
     *
     * @return the key; the only moment at which it exists in clear
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS
     */
    // hashing takes a tenth of a second: no transaction holds a connection meanwhile
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IssuedToken make(@NotNull @Valid NewApiToken wish) {
        Instant now = clock.instant();
        Person person = persons.read(caller().personId());
        try {
            stepUp.require(person.id(), wish.password(), person.passwordHash(), now);
        } catch (RefusalException e) {
            String outcome = ((PersonReason) e.reason()).name();
            audit.recordRefusal(act("apiToken.made", null, outcome, wish.visit().remote()));
            throw e;
        }
        return tokens.make(caller(), person.profile(), wish, now);
    }

    /**
     * Revokes one; what comes with it from now on is turned away.
     *
     * @throws RefusalException NOT_FOUND, for somebody else's as well
     */
    public void revoke(@NotNull UUID handle) {
        PrincipalName who = caller();
        String action = "apiToken.revoked";
        if (!repository.revoke(who.personId(), who.membershipId(), handle, clock.instant())) {
            audit.recordRefusal(act(action, handle, PersonReason.NOT_FOUND.name(), null));
            throw new RefusalException(PersonReason.NOT_FOUND);
        }
        audit.record(act(action, handle, AuditRecord.DONE, null));
    }

    private AuditRecord act(String action, UUID subject, String outcome, String remote) {
        PrincipalName who = caller();
        return new AuditRecord(
                who.accountId(),
                who.membershipId(),
                action,
                subject == null ? null : subject.toString(),
                outcome,
                null,
                remote);
    }

    private PrincipalName caller() {
        return PrincipalName.of(principal);
    }
}

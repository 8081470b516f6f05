package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.PersonRepository;
import beckon.person.control.SecondFactors;
import beckon.person.control.SecondStepChanges;
import beckon.person.control.StepUp;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.SecondStepSetUp;
import beckon.person.entity.SecondStepState;
import beckon.person.entity.Visit;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The door to one's own second step: a code after the password. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
// asking for the password takes a tenth of a second: no transaction holds a connection meanwhile
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondStepService {

    @Inject SecondFactors factors;
    @Inject SecondStepChanges changes;
    @Inject PersonRepository persons;
    @Inject StepUp stepUp;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    public SecondStepState getState() {
        return factors.state(caller().personId());
    }

    /** What the caller's app is to be told; empty unless {@link #begin} has lately begun. */
    public Optional<SecondStepSetUp> findSetUp() {
        return factors.findSetUp(person().profile(), clock.instant());
    }

    /**
     * Begins to set it up.
     *
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS, SECOND_STEP_ON
     */
    public void begin(@NotNull String password, @NotNull Visit visit) {
        Instant now = clock.instant();
        String action = "secondStep.begun";
        Profile person = require(password, action, visit, now);
        changes.begin(person, act(action, AuditRecord.DONE, visit), now);
    }

    /**
     * Lets it count from now on.
     *
     * @return recovery codes, to be shown once
     * @throws RefusalException NO_SET_UP, WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    public List<String> turnOn(
            @NotNull
                    @NotBlank(message = "{person.code.missing}")
                    @Size(max = 40, message = "{person.code.tooLong}")
                    String code,
            @NotNull Visit visit) {
        String action = "secondStep.on";
        AuditRecord done = act(action, AuditRecord.DONE, visit);
        Profile person = person().profile();
        return audited(
                action, visit, () -> changes.turnOn(person, code, visit, done, clock.instant()));
    }

    /**
     * Lets the password alone be enough again.
     *
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS, SECOND_STEP_OFF
     */
    public void turnOff(@NotNull String password, @NotNull Visit visit) {
        Instant now = clock.instant();
        String action = "secondStep.off";
        Profile person = require(password, action, visit, now);
        changes.turnOff(person, visit, act(action, AuditRecord.DONE, visit), now);
    }

    /**
     * Puts other recovery codes in the place of the earlier ones.
     *
     * @return the codes, to be shown once
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS, SECOND_STEP_OFF
     */
    public List<String> renewRecoveryCodes(@NotNull String password, @NotNull Visit visit) {
        Instant now = clock.instant();
        String action = "secondStep.codes";
        Profile person = require(password, action, visit, now);
        return changes.renewCodes(person, visit, act(action, AuditRecord.DONE, visit), now);
    }

    /** Whoever finds an unlocked computer does not know the password. */
    private Profile require(String password, String action, Visit visit, Instant now) {
        Person person = person();
        return audited(
                action,
                visit,
                () -> {
                    stepUp.require(person.id(), password, person.passwordHash(), now);
                    return person.profile();
                });
    }

    private <T> T audited(String action, Visit visit, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusalException e) {
            audit.recordRefusal(act(action, ((PersonReason) e.reason()).name(), visit));
            throw e;
        }
    }

    private AuditRecord act(String action, String outcome, Visit visit) {
        PrincipalName who = caller();
        return new AuditRecord(
                who.accountId(), who.membershipId(), action, null, outcome, null, visit.remote());
    }

    private Person person() {
        return persons.read(caller().personId());
    }

    private PrincipalName caller() {
        return PrincipalName.of(principal);
    }
}

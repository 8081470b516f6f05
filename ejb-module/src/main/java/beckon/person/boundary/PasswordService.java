package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.PasswordChanges;
import beckon.person.control.PasswordResetRepository;
import beckon.person.control.PasswordRules;
import beckon.person.control.Passwords;
import beckon.person.control.PersonRepository;
import beckon.person.control.ResetLimits;
import beckon.person.control.SignInLimits;
import beckon.person.control.StepUp;
import beckon.person.entity.PasswordChange;
import beckon.person.entity.PasswordDemand;
import beckon.person.entity.PasswordReset;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.ResetRequest;
import beckon.shared.EmailAddress;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import jakarta.annotation.security.PermitAll;
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

/** The door for passwords that are forgotten or no longer wanted. */
@Stateless
// hashing takes a tenth of a second: no transaction holds a connection meanwhile
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordService {

    @Inject ResetMailService mails;
    @Inject ResetLimits resetLimits;
    @Inject PasswordResetRepository resets;
    @Inject PasswordChanges changes;
    @Inject PersonRepository persons;
    @Inject PasswordRules rules;
    @Inject PasswordDemand demand;
    @Inject Passwords passwords;
    @Inject SignInLimits signInLimits;
    @Inject StepUp stepUp;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Has a link mailed to whoever signs in with that address. Whether there is such a person is
     * found out afterwards, so that neither words nor time tell.
     *
     * @throws RefusalException TOO_MANY_ATTEMPTS for the browser, whatever addresses it named
     */
    @PermitAll
    public void askForReset(@NotNull @Valid ResetRequest request) {
        Instant now = clock.instant();
        String remote = request.visit().remote();
        if (!resetLimits.takeRemote(remote, now)) {
            throw new RefusalException(
                    PersonReason.TOO_MANY_ATTEMPTS, resetLimits.minutesToWait(remote, now));
        }
        mails.send(request);
    }

    /** Whether the mailed link still opens something; asking uses nothing up. */
    @PermitAll
    public boolean isOpen(@NotNull String token) {
        return resets.findPerson(TokenHash.of(token), clock.instant()).isPresent();
    }

    /** How many characters the new password of who holds the link has at least. */
    @PermitAll
    public int getMinimum(@NotNull String token) {
        return resets.findPerson(TokenHash.of(token), clock.instant())
                .map(demand::minimumFor)
                .orElse(PasswordRules.MIN_LENGTH);
    }

    /** How many characters a new password of the caller has at least. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public int getMinimum() {
        return demand.minimumFor(PrincipalName.of(principal).personId());
    }

    /**
     * Strength from 0 (guessed at once) to 4 (very strong) of a password that is not kept yet, for
     * who is signed in.
     */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public int strength(@NotNull String password) {
        return rules.strength(password, words(caller().profile()));
    }

    /**
     * Uses the mailed link up for a new password. Nobody is signed in by it: who has a second step
     * still owes it.
     *
     * @throws RefusalException RESET_CLOSED, PASSWORD_…
     */
    @PermitAll
    public void reset(@NotNull @Valid PasswordReset reset) {
        Instant now = clock.instant();
        byte[] tokenHash = TokenHash.of(reset.token());
        long personId =
                resets.findPerson(tokenHash, now)
                        .orElseThrow(() -> new RefusalException(PersonReason.RESET_CLOSED));
        Profile person = persons.read(personId).profile();
        rules.check(reset.password(), demand.minimumFor(personId), words(person));
        String hash = passwords.hash(reset.password());
        changes.reset(tokenHash, person, hash, reset.endOthers(), reset.visit(), now);
        signInLimits.forgetFailures(EmailAddress.of(person.email()).key());
    }

    /**
     * Changes the caller's password.
     *
     * @throws RefusalException WRONG_PASSWORD, TOO_MANY_ATTEMPTS, PASSWORD_…
     */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public void change(@NotNull @Valid PasswordChange change) {
        Instant now = clock.instant();
        Person person = caller();
        try {
            stepUp.require(person.id(), change.current(), person.passwordHash(), now);
        } catch (RefusalException e) {
            refused(e, change.visit().remote());
            throw e;
        }
        rules.check(change.password(), demand.minimumFor(person.id()), words(person.profile()));
        changes.change(
                person.profile(),
                person.passwordHash(),
                passwords.hash(change.password()),
                change.endOthers(),
                change.visit(),
                now);
    }

    private void refused(RefusalException refusal, String remote) {
        PrincipalName who = PrincipalName.of(principal);
        audit.recordRefusal(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        "password.changed",
                        null,
                        ((PersonReason) refusal.reason()).name(),
                        null,
                        remote));
    }

    private Person caller() {
        return persons.read(PrincipalName.of(principal).personId());
    }

    private static List<String> words(Profile person) {
        return List.of(person.email(), person.firstName(), person.lastName());
    }
}

package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.ChallengeRepository;
import beckon.person.control.Entries;
import beckon.person.control.Passwords;
import beckon.person.control.PersonRepository;
import beckon.person.control.SecondFactors;
import beckon.person.control.SessionRepository;
import beckon.person.control.SignInLimits;
import beckon.person.entity.ApiToken;
import beckon.person.entity.CodeEntry;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.SignInStep;
import beckon.person.entity.Visit;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import beckon.shared.persistence.IdRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The door to being somebody: sign in, sign out, personal API tokens. */
@Stateless
@PermitAll
public class SignInService {

    @Inject PersonRepository persons;
    @Inject SessionRepository sessions;
    @Inject SignInLimits limits;
    @Inject Passwords passwords;
    @Inject SecondFactors factors;
    @Inject ChallengeRepository challenges;
    @Inject Entries entries;
    @Inject IdRepository ids;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Opens a session (idle 30 min, absolute 12 h), unless a code is owed besides.
     *
     * @return the new session's handle, or the challenge's, to be kept in the HTTP session
     * @throws RefusalException WRONG_CREDENTIALS, in the same time whether the person exists or
     *     not; TOO_MANY_ATTEMPTS
     */
    // hashing takes a tenth of a second: no transaction holds a connection meanwhile
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignInStep signIn(@NotNull @Valid SignInRequest request) {
        Instant now = clock.instant();
        long personId = authenticate(request, "signIn", now);
        if (factors.isOn(personId)) {
            return new SignInStep(challenges.add(personId, request.remember(), now), false, null);
        }
        Visit visit = new Visit(null, request.remote(), request.userAgent());
        return entries.open(personId, request.remember(), visit, now);
    }

    /**
     * Opens the session of somebody whose password was right, for the code that they owe.
     *
     * @return the new session's handle, to be kept in the HTTP session
     * @throws RefusalException CHALLENGE_OVER, WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    public SignInStep enterCode(@NotNull @Valid CodeEntry entry) {
        return entries.enterCode(entry, clock.instant());
    }

    /**
     * Opens a session for a device that is remembered.
     *
     * @param device what the device keeps
     * @return empty if it is not remembered any more
     */
    public Optional<SignInStep> resume(@NotNull String device, @NotNull Visit visit) {
        return entries.resume(device, visit, clock.instant());
    }

    /** Whether somebody may still enter a code; asking uses nothing up. */
    public boolean isOpen(@NotNull UUID challenge) {
        return challenges.findOpen(challenge, clock.instant()).isPresent();
    }

    /** Opens a session for somebody who has just proved who they are in another way: sign-up. */
    public UUID openSession(long personId, String remote, String userAgent) {
        Visit visit = new Visit(null, remote, userAgent);
        return entries.open(personId, false, visit, clock.instant()).handle();
    }

    /** Ends the session; an unknown one is ended already. */
    public void signOut(@NotNull UUID session) {
        sessions.end(session, clock.instant());
        audit.record(
                new AuditRecord(
                        null, null, "signOut", session.toString(), AuditRecord.DONE, null, null));
    }

    /**
     * A personal API token for name and password (valid 90 days), acting in the person's account.
     *
     * @throws RefusalException WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS, SECOND_STEP_NEEDED
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IssuedToken issueApiToken(@NotNull @Valid SignInRequest request) {
        Instant now = clock.instant();
        long personId = authenticate(request, "apiToken", now);
        if (factors.isOn(personId)) {
            throw new RefusalException(PersonReason.SECOND_STEP_NEEDED);
        }
        Token secret = Token.random();
        ApiToken token = new ApiToken(ids.next(), personId, secret, now);
        sessions.add(token);
        return new IssuedToken(secret.secret(), token.expiresAt());
    }

    private long authenticate(SignInRequest request, String action, Instant now) {
        String name = keyOf(request.email());
        String remote = request.remote();
        Person person = find(request.email()).orElse(null);
        if (!limits.take(name, remote, now)) {
            record(action, person, PersonReason.TOO_MANY_ATTEMPTS.name(), remote);
            long minutes = limits.minutesToWait(name, remote, now);
            throw new RefusalException(PersonReason.TOO_MANY_ATTEMPTS, minutes);
        }
        String hash = person == null ? null : person.passwordHash();
        if (!passwords.matches(request.password(), hash)) {
            record(action, person, PersonReason.WRONG_CREDENTIALS.name(), remote);
            throw new RefusalException(PersonReason.WRONG_CREDENTIALS);
        }
        limits.giveBack(name, remote);
        if (passwords.isOutdated(hash)) {
            persons.rehash(person.id(), hash, passwords.hash(request.password()));
        }
        record(action, person, AuditRecord.DONE, remote);
        return person.id();
    }

    private void record(String action, Person person, String outcome, String remote) {
        String subject = person == null ? null : person.profile().handle().toString();
        audit.record(new AuditRecord(null, null, action, subject, outcome, null, remote));
    }

    private Optional<Person> find(String email) {
        try {
            return persons.findByEmail(EmailAddress.of(email));
        } catch (IllegalArgumentException e) {
            // not even an address: the same answer as for an unknown one
            return Optional.empty();
        }
    }

    private static String keyOf(String email) {
        try {
            return EmailAddress.of(email).key();
        } catch (IllegalArgumentException e) {
            return email;
        }
    }
}

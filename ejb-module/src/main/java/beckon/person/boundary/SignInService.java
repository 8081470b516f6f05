package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.Passwords;
import beckon.person.control.PersonRepository;
import beckon.person.control.SessionRepository;
import beckon.person.control.SignInLimits;
import beckon.person.entity.ApiToken;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.SignInSession;
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
    @Inject IdRepository ids;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Opens a session (idle 30 min, absolute 12 h).
     *
     * @return the new session's handle, to be kept in the HTTP session
     * @throws RefusalException WRONG_CREDENTIALS, in the same time whether the person exists or
     *     not; TOO_MANY_ATTEMPTS
     */
    // hashing takes a tenth of a second: no transaction holds a connection meanwhile
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID signIn(@NotNull @Valid SignInRequest request) {
        Instant now = clock.instant();
        long personId = authenticate(request, "signIn", now);
        return open(personId, request.remote(), request.userAgent(), now);
    }

    /** Opens a session for somebody who has just proved who they are in another way: sign-up. */
    public UUID openSession(long personId, String remote, String userAgent) {
        return open(personId, remote, userAgent, clock.instant());
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
     * @throws RefusalException WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IssuedToken issueApiToken(@NotNull @Valid SignInRequest request) {
        Instant now = clock.instant();
        long personId = authenticate(request, "apiToken", now);
        Token secret = Token.random();
        ApiToken token = new ApiToken(ids.next(), personId, secret, now);
        sessions.add(token);
        return new IssuedToken(secret.secret(), token.expiresAt());
    }

    private UUID open(long personId, String remote, String userAgent, Instant now) {
        SignInSession session = new SignInSession(ids.next(), personId, remote, userAgent, now);
        sessions.add(session);
        return session.handle();
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

package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.Notices;
import beckon.person.control.PasswordResetRepository;
import beckon.person.control.PersonRepository;
import beckon.person.control.ResetLimits;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.person.entity.ResetRequest;
import beckon.person.entity.Visit;
import beckon.shared.EmailAddress;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The inner door behind "forgotten password", which nobody waits for. */
@Stateless
@PermitAll
public class ResetMailService {

    /** How long a mailed link opens something. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /** What the token opens. */
    public static final String PURPOSE = "reset";

    @Inject PersonRepository persons;
    @Inject PasswordResetRepository resets;
    @Inject ResetLimits limits;
    @Inject Notices notices;
    @Inject TokenKeys keys;
    @Inject AuditService audit;
    @Inject Clock clock;

    /** Mails the link, if there is such a person and they have not had too many. */
    @Asynchronous
    public void send(ResetRequest request) {
        Instant now = clock.instant();
        Optional<EmailAddress> address = address(request.email());
        Person person = address.flatMap(persons::findByEmail).orElse(null);
        boolean allowed = address.isPresent() && limits.takeAddress(address.get().key(), now);
        String outcome = AuditRecord.DONE;
        if (person == null) {
            outcome = PersonReason.NOT_FOUND.name();
        } else if (!allowed) {
            outcome = PersonReason.TOO_MANY_ATTEMPTS.name();
        } else {
            mail(person, request.visit(), now);
        }
        String subject = person == null ? null : person.handle().toString();
        audit.record(
                new AuditRecord(
                        null,
                        null,
                        "password.resetAsked",
                        subject,
                        outcome,
                        null,
                        request.visit().remote()));
    }

    private void mail(Person person, Visit visit, Instant now) {
        TokenSource source = keys.draw(PURPOSE);
        Instant expiresAt = now.plus(LIFETIME);
        resets.replace(person.id(), source, keys.derive(source), now, expiresAt);
        notices.sendReset(person.profile(), source, visit, expiresAt);
    }

    private static Optional<EmailAddress> address(String typed) {
        try {
            return Optional.of(EmailAddress.of(typed));
        } catch (IllegalArgumentException e) {
            // not even an address: nobody has it
            return Optional.empty();
        }
    }
}

package beckon.person.control;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.ChallengeRepository.Challenge;
import beckon.person.entity.CodeEntry;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.SignInSession;
import beckon.person.entity.SignInStep;
import beckon.person.entity.Visit;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Opens sessions: for a password, for the code owed besides, for a device that is remembered. */
@ApplicationScoped
public class Entries {

    private static final String CODE = "signIn.code";
    private static final String DEVICE = "signIn.device";

    private ChallengeRepository challenges;
    private SecondFactors factors;
    private RememberedDevices devices;
    private PersonRepository persons;
    private SessionRepository sessions;
    private NoticesForGood news;
    private IdRepository ids;
    private AuditService audit;

    protected Entries() {}

    @Inject
    public Entries(
            ChallengeRepository challenges,
            SecondFactors factors,
            RememberedDevices devices,
            PersonRepository persons,
            SessionRepository sessions,
            NoticesForGood news,
            IdRepository ids,
            AuditService audit) {
        this.challenges = challenges;
        this.factors = factors;
        this.devices = devices;
        this.persons = persons;
        this.sessions = sessions;
        this.news = news;
        this.ids = ids;
        this.audit = audit;
    }

    /** Opens a session for somebody who has proved all that it takes. */
    @Transactional
    public SignInStep open(long personId, boolean remember, Visit visit, Instant now) {
        SignInSession session = session(personId, visit, now);
        String keeps = null;
        if (remember) {
            RememberedDevices.Known device = devices.remember(personId, visit, now);
            session.by(device.id());
            keeps = device.keeps();
        }
        sessions.add(session);
        return new SignInStep(session.handle(), true, keeps);
    }

    /**
     * Opens one for the code that is owed.
     *
     * @throws RefusalException CHALLENGE_OVER, WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    @Transactional
    public SignInStep enterCode(CodeEntry entry, Instant now) {
        Challenge challenge =
                challenges
                        .findOpen(entry.challenge(), now)
                        .orElseThrow(() -> new RefusalException(PersonReason.CHALLENGE_OVER));
        Profile person = persons.get(challenge.personId()).profile();
        Visit visit = entry.visit();
        try {
            factors.pass(person, entry.code(), visit, now);
        } catch (RefusalException e) {
            audit.recordRefusal(act(CODE, person, ((PersonReason) e.reason()).name(), visit));
            if (e.reason() == PersonReason.TOO_MANY_ATTEMPTS
                    && factors.isNews(person.personId(), now)) {
                news.tell(person, SecurityNotice.CODES_GUESSED, visit, now);
            }
            throw e;
        }
        if (!challenges.settle(entry.challenge(), now)) {
            throw new RefusalException(PersonReason.CHALLENGE_OVER);
        }
        audit.record(act(CODE, person, AuditRecord.DONE, visit));
        return open(person.personId(), challenge.remember(), visit, now);
    }

    /** Opens one for a device that is remembered; empty if it is not any more. */
    @Transactional
    public Optional<SignInStep> resume(String kept, Visit visit, Instant now) {
        RememberedDevices.Return back = devices.comeBack(kept, visit, now);
        if (back.copied() != null) {
            Profile person = persons.get(back.copied()).profile();
            audit.record(act(DEVICE, person, "COPIED", visit));
            news.tell(person, SecurityNotice.DEVICE_COPIED, visit, now);
        }
        RememberedDevices.Known device = back.known();
        if (device == null) {
            return Optional.empty();
        }
        SignInSession session = session(device.personId(), visit, now).by(device.id());
        sessions.add(session);
        Profile person = persons.get(device.personId()).profile();
        audit.record(act(DEVICE, person, AuditRecord.DONE, visit));
        return Optional.of(new SignInStep(session.handle(), true, device.keeps()));
    }

    private SignInSession session(long personId, Visit visit, Instant now) {
        return new SignInSession(ids.next(), personId, visit.remote(), visit.userAgent(), now);
    }

    private static AuditRecord act(String action, Profile person, String outcome, Visit visit) {
        return new AuditRecord(
                null, null, action, person.handle().toString(), outcome, null, visit.remote());
    }
}

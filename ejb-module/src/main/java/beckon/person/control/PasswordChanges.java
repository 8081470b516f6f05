package beckon.person.control;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.Visit;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Puts another password in the place of the old one, and all that follows from it, at once. */
@ApplicationScoped
public class PasswordChanges {

    private static final UUID NONE = new UUID(0, 0);

    private PersonRepository persons;
    private SessionRepository sessions;
    private PasswordResetRepository resets;
    private ChallengeRepository challenges;
    private Notices notices;
    private AuditService audit;

    protected PasswordChanges() {}

    @Inject
    public PasswordChanges(
            PersonRepository persons,
            SessionRepository sessions,
            PasswordResetRepository resets,
            ChallengeRepository challenges,
            Notices notices,
            AuditService audit) {
        this.persons = persons;
        this.sessions = sessions;
        this.resets = resets;
        this.challenges = challenges;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Uses the mailed link up for a new password.
     *
     * @throws RefusalException RESET_CLOSED if somebody was faster
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void reset(
            byte[] tokenHash,
            Profile person,
            String newHash,
            boolean end,
            Visit visit,
            Instant now) {
        if (!resets.take(tokenHash, now)) {
            throw new RefusalException(PersonReason.RESET_CLOSED);
        }
        persons.resetPassword(person.personId(), newHash);
        finish(person, end ? NONE : null, now);
        tell("password.reset", person, SecurityNotice.PASSWORD_RESET, visit, now);
    }

    /**
     * Changes the password that was checked against {@code oldHash}.
     *
     * @throws RefusalException WRONG_PASSWORD if it has been changed meanwhile
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void change(
            Profile person, String oldHash, String newHash, boolean end, Visit visit, Instant now) {
        if (!persons.changePassword(person.personId(), oldHash, newHash)) {
            throw new RefusalException(PersonReason.WRONG_PASSWORD);
        }
        finish(person, end ? visit.session() : null, now);
        tell("password.changed", person, SecurityNotice.PASSWORD_CHANGED, visit, now);
    }

    /**
     * @param kept all but this session ends; null: nothing ends
     */
    private void finish(Profile person, UUID kept, Instant now) {
        resets.settleAll(person.personId(), now);
        challenges.settleAll(person.personId(), now);
        if (kept != null) {
            sessions.endOthers(person.personId(), kept, now);
            sessions.revokeTokens(person.personId(), now);
        }
    }

    private void tell(
            String action, Profile person, SecurityNotice what, Visit visit, Instant now) {
        notices.tell(person, what, visit, now);
        audit.record(
                new AuditRecord(
                        null,
                        null,
                        action,
                        person.handle().toString(),
                        AuditRecord.DONE,
                        null,
                        visit.remote()));
    }
}

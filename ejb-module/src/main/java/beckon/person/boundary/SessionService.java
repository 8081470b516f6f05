package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.SessionRepository;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SessionRow;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The door to one's own sessions: where one is signed in, and signing out there. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class SessionService {

    @Inject SessionRepository sessions;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * The caller's live sessions: {@code here} first, then the last used.
     *
     * @param here the session in which the caller is looking
     */
    public List<SessionRow> list(@NotNull UUID here) {
        return sessions.listLive(caller().personId(), here, clock.instant());
    }

    /**
     * Ends a session of the caller; its next request has to sign in.
     *
     * @throws RefusalException NOT_FOUND, for somebody else's as well
     */
    public void end(@NotNull UUID session) {
        if (!sessions.end(caller().personId(), session, clock.instant())) {
            audit.recordRefusal(act("session.ended", session, PersonReason.NOT_FOUND.name(), null));
            throw new RefusalException(PersonReason.NOT_FOUND);
        }
        audit.record(act("session.ended", session, AuditRecord.DONE, null));
    }

    /**
     * Ends all sessions of the caller but one.
     *
     * @return how many have ended
     */
    public int endOthers(@NotNull UUID here) {
        int ended = sessions.endOthers(caller().personId(), here, clock.instant());
        audit.record(act("session.othersEnded", here, AuditRecord.DONE, Integer.toString(ended)));
        return ended;
    }

    private AuditRecord act(String action, UUID session, String outcome, String details) {
        PrincipalName who = caller();
        return new AuditRecord(
                who.accountId(),
                who.membershipId(),
                action,
                session.toString(),
                outcome,
                details,
                null);
    }

    private PrincipalName caller() {
        return PrincipalName.of(principal);
    }
}

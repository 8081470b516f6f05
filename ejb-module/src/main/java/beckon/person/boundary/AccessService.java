package beckon.person.boundary;

import beckon.person.control.SessionRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The inner door by which somebody who is put out loses what lets them in, on every node. */
@Stateless
@PermitAll
public class AccessService {

    @Inject SessionRepository sessions;
    @Inject Clock clock;

    /** Ends all sessions and API tokens of a person who has no place in any account any more. */
    public void endAll(long personId) {
        sessions.endAll(personId, clock.instant());
    }

    /**
     * Ends the sessions and API tokens by which a person acts in one of several places.
     *
     * @param byDefault whether those that have chosen no place act there too
     */
    public void endIn(long personId, long membershipId, boolean byDefault) {
        sessions.endIn(personId, membershipId, byDefault, clock.instant());
    }
}

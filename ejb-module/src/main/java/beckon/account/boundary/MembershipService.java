package beckon.account.boundary;

import beckon.account.entity.MemberKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** The inner door to memberships: sign-up makes them. */
@Stateless
@PermitAll
public class MembershipService {

    /**
     * Gives the person a place in the account and tells it ({@link NewMember}).
     *
     * @return the new membership's id
     * @throws beckon.shared.RefusalException ALREADY_MEMBER
     */
    public long join(long accountId, long personId, MemberKind kind, Long invitedBy) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The person's membership in the account, if it is active. */
    public Optional<Long> findActive(long accountId, long personId) {
        throw new UnsupportedOperationException("not built yet");
    }
}

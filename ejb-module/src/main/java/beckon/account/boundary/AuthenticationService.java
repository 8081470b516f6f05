package beckon.account.boundary;

import beckon.account.entity.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;

/** The inner door for the authentication mechanism: which member a session or token stands for. */
@Stateless
@PermitAll
public class AuthenticationService {

    /**
     * The member of a live session, counting this as its last use.
     *
     * @return empty if the session ended or timed out, or the membership was deactivated
     */
    public Optional<Caller> findBySession(UUID session) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The member whose API token this is; empty if unknown, expired or revoked. */
    public Optional<Caller> findByApiToken(String secret) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Lets the session act in another account of the same person.
     *
     * @throws beckon.shared.RefusalException NOT_FOUND
     */
    public void switchAccount(UUID session, UUID membership) {
        throw new UnsupportedOperationException("not built yet");
    }
}

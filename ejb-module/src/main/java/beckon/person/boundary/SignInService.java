package beckon.person.boundary;

import beckon.person.entity.IssuedToken;
import beckon.person.entity.SignInRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The door to being somebody: sign in, sign out, personal API tokens. */
@Stateless
@PermitAll
public class SignInService {

    /**
     * Opens a session (idle 30 min, absolute 12 h).
     *
     * @return the new session's handle, to be kept in the HTTP session
     * @throws beckon.shared.RefusalException WRONG_CREDENTIALS, in the same time whether the person
     *     exists or not; TOO_MANY_ATTEMPTS
     */
    public UUID signIn(@NotNull @Valid SignInRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Opens a session for somebody who has just proved who they are in another way: sign-up. */
    public UUID openSession(long personId, String remote, String userAgent) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Ends the session; an unknown one is ended already. */
    public void signOut(UUID session) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * A personal API token for name and password (valid 90 days), acting in the person's account.
     *
     * @throws beckon.shared.RefusalException WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS
     */
    public IssuedToken issueApiToken(@NotNull @Valid SignInRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }
}

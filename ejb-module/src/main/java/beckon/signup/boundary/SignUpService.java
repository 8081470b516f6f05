package beckon.signup.boundary;

import beckon.signup.entity.SignUpForm;
import beckon.signup.entity.TermsDocuments;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The door for invitees: from an open offer to a signed-in member. */
@Stateless
@PermitAll
public class SignUpService {

    /**
     * Attests the age by the calendar of the invitee's zone; the date itself is kept nowhere.
     *
     * @return the moment of attestation
     * @throws beckon.shared.RefusalException TOO_YOUNG, IMPOSSIBLE_DATE
     */
    public Instant attestAge(@NotNull LocalDate dateOfBirth, @NotNull java.time.ZoneId zone) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The documents that a new member agrees to. */
    public TermsDocuments getTerms(@NotNull String language) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Refuses a password that would be refused at the end, so that the step can say so.
     *
     * @throws beckon.shared.RefusalException PersonReason.PASSWORD_…
     */
    public void checkPassword(
            @NotNull String token, @NotNull String password, String firstName, String lastName) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Makes the person, uses the offer up, records the terms, opens a session; all or nothing.
     *
     * @return the new session's handle
     * @throws beckon.shared.RefusalException of this component, of OfferService.accept, of
     *     PersonService.register
     */
    public UUID signUp(@NotNull @Valid SignUpForm form) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Accepts as the person who is signed in; the session then acts in the new account.
     *
     * @throws beckon.shared.RefusalException of OfferService.accept
     */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public void acceptAsMember(@NotNull String token, @NotNull UUID session) {
        throw new UnsupportedOperationException("not built yet");
    }
}

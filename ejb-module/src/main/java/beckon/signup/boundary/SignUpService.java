package beckon.signup.boundary;

import beckon.account.boundary.AuthenticationService;
import beckon.invitation.boundary.OfferService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Offer;
import beckon.person.boundary.PersonService;
import beckon.person.boundary.SignInService;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.SignInStep;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.signup.control.AgeGate;
import beckon.signup.control.SignUpRepository;
import beckon.signup.control.SigningUp;
import beckon.signup.control.TermsRegister;
import beckon.signup.entity.SignUpForm;
import beckon.signup.entity.SignUpReason;
import beckon.signup.entity.TermsDocuments;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The door for invitees: from an open offer to a signed-in member. */
@Stateless
@PermitAll
public class SignUpService {
    /** For how long the same form again is taken for a second click. */
    private static final Duration SECOND_CLICK = Duration.ofMinutes(10);

    private static final Set<Reason> DONE_ALREADY =
            Set.of(
                    InvitationReason.USED,
                    PersonReason.ALREADY_REGISTERED,
                    SignUpReason.SIGN_IN_INSTEAD);

    @Inject AgeGate ageGate;
    @Inject TermsRegister terms;
    @Inject SigningUp signingUp;
    @Inject SignUpRepository repository;
    @Inject OfferService offers;
    @Inject PersonService persons;
    @Inject SignInService signIns;
    @Inject AuthenticationService authentication;
    @Inject Clock clock;

    /**
     * Attests the age by the calendar of the invitee's zone; the date itself is kept nowhere.
     *
     * @return the moment of attestation
     * @throws RefusalException TOO_YOUNG, IMPOSSIBLE_DATE
     */
    public Instant attestAge(@NotNull LocalDate dateOfBirth, @NotNull ZoneId zone) {
        Instant now = clock.instant();
        ageGate.require(dateOfBirth, LocalDate.ofInstant(now, zone));
        return now;
    }

    /** The documents that a new member agrees to. */
    public TermsDocuments getTerms(@NotNull String language) {
        return terms.get(language);
    }

    /**
     * Refuses a password that would be refused at the end, so that the step can say so.
     *
     * @throws RefusalException PersonReason.PASSWORD_…
     */
    public void checkPassword(
            @NotNull String token,
            @NotNull String password,
            String firstName,
            String lastName,
            String company) {
        Offer offer = offers.look(token);
        persons.checkPassword(
                password, offer.passwordMinimum(), knownWords(offer, firstName, lastName, company));
    }

    /** Strength from 0 (guessed at once) to 4 (very strong), for somebody who types it. */
    public int passwordStrength(
            @NotNull Offer offer,
            @NotNull String password,
            String firstName,
            String lastName,
            String company) {
        return persons.passwordStrength(password, knownWords(offer, firstName, lastName, company));
    }

    /** What an attacker would try first: at every step the same. */
    private static List<String> knownWords(
            Offer offer, String firstName, String lastName, String company) {
        return Stream.of(offer.recipient(), offer.accountName(), firstName, lastName, company)
                .filter(word -> word != null && !word.isBlank())
                .toList();
    }

    /**
     * Makes the person, uses the offer up, records the terms, opens a session; all or nothing.
     *
     * <p>The same form a second time, from a second click, opens another session and makes nothing.
     *
     * @return the new session's handle
     * @throws RefusalException of this component, of OfferService.accept, of PersonService
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID signUp(@NotNull @Valid SignUpForm form) {
        Instant now = clock.instant();
        try {
            Offer offer = signingUp.require(form, now);
            // hashing takes a tenth of a second: no transaction holds a connection meanwhile
            String hash =
                    persons.hashNew(
                            form.password(),
                            offer.passwordMinimum(),
                            knownWords(offer, form.firstName(), form.lastName(), form.company()));
            return signingUp.signUp(form, hash, now);
        } catch (RefusalException e) {
            return DONE_ALREADY.contains(e.reason())
                    ? findSessionOfFirstClick(form, now).orElseThrow(() -> e)
                    : refuse(e);
        }
    }

    private static UUID refuse(RefusalException refusal) {
        throw refusal;
    }

    private Optional<UUID> findSessionOfFirstClick(SignUpForm form, Instant now) {
        Optional<String> email = repository.findWhoSignedUp(form.token(), now.minus(SECOND_CLICK));
        if (email.isEmpty()) {
            return Optional.empty();
        }
        try {
            SignInStep step =
                    signIns.signIn(
                            new SignInRequest(
                                    email.get(), form.password(), form.remote(), form.userAgent()));
            return step.finished() ? Optional.of(step.handle()) : Optional.empty();
        } catch (RefusalException e) {
            // another password: not the same form, and nothing more is told
            return Optional.empty();
        }
    }

    /**
     * Accepts as the session's person, who need not have a place in any account any more; the
     * session then acts in the new account.
     *
     * @throws RefusalException of OfferService.accept; OTHER_PERSON also if the session has ended
     */
    public void acceptSignedIn(@NotNull String token, @NotNull UUID session) {
        long person =
                authentication
                        .findPersonBySession(session)
                        .orElseThrow(() -> new RefusalException(InvitationReason.OTHER_PERSON));
        long membership = offers.accept(token, person);
        authentication.switchAccount(session, repository.getHandle(membership));
    }
}

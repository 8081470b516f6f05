package beckon.signup.control;

import beckon.invitation.boundary.OfferService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import beckon.person.boundary.PersonService;
import beckon.person.boundary.SignInService;
import beckon.person.entity.Registration;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import beckon.signup.entity.SignUpForm;
import beckon.signup.entity.SignUpReason;
import beckon.signup.entity.TermsAcceptance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes a member of an invitee in one transaction: person, membership, terms, session, or none. */
@ApplicationScoped
public class SigningUp {
    /** For how long the step about the age counts. */
    private static final Duration ATTESTED = Duration.ofHours(12);

    private OfferService offers;
    private PersonService persons;
    private SignInService signIns;
    private TermsRegister terms;
    private SignUpRepository repository;
    private IdRepository ids;

    protected SigningUp() {}

    @Inject
    public SigningUp(
            OfferService offers,
            PersonService persons,
            SignInService signIns,
            TermsRegister terms,
            SignUpRepository repository,
            IdRepository ids) {
        this.offers = offers;
        this.persons = persons;
        this.signIns = signIns;
        this.terms = terms;
        this.repository = repository;
        this.ids = ids;
    }

    /**
     * Refuses what would be refused anyway, before time is spent on the password.
     *
     * @return the offer that the form takes
     * @throws RefusalException as the boundary says
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Offer require(SignUpForm form, Instant now) {
        Offer offer = requireOpen(form.token());
        requireAge(form, now);
        if (!form.termsVersion().equals(terms.version())) {
            throw new RefusalException(SignUpReason.TERMS_CHANGED);
        }
        return offer;
    }

    /**
     * @param passwordHash of the form's password, which has been checked
     * @return the new session's handle
     * @throws RefusalException as the boundary says
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public UUID signUp(SignUpForm form, String passwordHash, Instant now) {
        Offer offer = require(form, now);
        long person = persons.register(registration(form, offer), passwordHash);
        long membership = offers.accept(form.token(), person);
        repository.add(
                new TermsAcceptance(
                        ids.next(),
                        person,
                        repository.getAccount(membership),
                        terms.get(language(form, offer)),
                        now));
        return signIns.openSession(person, form.remote(), form.userAgent());
    }

    private Offer requireOpen(String token) {
        Offer offer = offers.look(token);
        if (offer.state() != OfferState.OPEN) {
            throw new RefusalException(offer.state().reason());
        }
        if (offer.needsAddress()) {
            throw new RefusalException(InvitationReason.UNCONFIRMED);
        }
        if (offer.hasSignIn()) {
            throw new RefusalException(SignUpReason.SIGN_IN_INSTEAD);
        }
        return offer;
    }

    private static void requireAge(SignUpForm form, Instant now) {
        Instant attested = form.ageAttestedAt();
        if (attested.isAfter(now) || attested.isBefore(now.minus(ATTESTED))) {
            throw new RefusalException(SignUpReason.AGE_NOT_ATTESTED);
        }
    }

    private Registration registration(SignUpForm form, Offer offer) {
        boolean noCompany = form.company() == null || form.company().isBlank();
        return new Registration(
                EmailAddress.of(offer.recipient()),
                form.firstName().strip(),
                form.lastName().strip(),
                noCompany ? null : form.company().strip(),
                language(form, offer),
                form.password(),
                form.ageAttestedAt());
    }

    private String language(SignUpForm form, Offer offer) {
        return terms.known(form.language() == null ? offer.language() : form.language());
    }
}

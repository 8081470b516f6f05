package beckon.web.signup;

import beckon.delivery.entity.Channel;
import beckon.invitation.boundary.OfferService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import beckon.person.entity.PersonReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.signup.boundary.SignUpService;
import beckon.signup.entity.SignUpForm;
import beckon.signup.entity.SignUpReason;
import beckon.web.security.SignIn;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/**
 * The way from an invitation's link to an account: the offer, then age, person and documents.
 *
 * <p>Each step is entered by passing the one before; what an address says plays no part.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class SignUpView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HOME = "/";
    private static final int LONGEST_TOKEN = 200;

    @Inject private OfferService offers;
    @Inject private SignUpService signUps;
    @Inject private SignIn signIn;
    @Inject private InviteeView invitee;
    @Inject private BirthDateView birthDate;
    @Inject private ConfirmView confirmation;
    @Inject private AskView asking;
    @Inject private NewcomerChecks checks;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private SignUpStep step = SignUpStep.OFFER;
    private Instant ageAttestedAt;
    private final Newcomer newcomer = new Newcomer();
    private int strength = -1;
    private String termsVersion;
    private boolean agreed;
    private boolean finished;
    private transient Offer offer;

    /** Looks at the offer, which changes nothing; when the page opens and before each action. */
    public void look() {
        offer = offers.look(usable(token));
        if (offer.state() != OfferState.OPEN) {
            if (step != SignUpStep.DECLINED && step != SignUpStep.ASKED) {
                step = SignUpStep.CLOSED;
            }
            return;
        }
        if (offer.language() != null) {
            locales.suggest(offer.language());
        }
        if (step == SignUpStep.OFFER && isMember()) {
            step = SignUpStep.MEMBER;
        }
        if (signIn.isTooYoung() && isAcceptingStays()) {
            step = SignUpStep.TOO_YOUNG;
        }
    }

    /** Takes the offer: at once, by signing in, or by signing up. */
    public void accept() {
        if (!isAt(SignUpStep.OFFER) || invitee.isSomebodyElse(offer)) {
            return;
        }
        if (invitee.isInvitee(offer)) {
            signUps.acceptSignedIn(token, signIn.current().orElseThrow());
            signIn.renew();
            welcome("signup.welcome.back", invitee.getProfile().firstName(), offer.accountName());
        } else if (offer.needsAddress()) {
            confirm();
        } else if (offer.hasSignIn()) {
            Faces.redirect(invitee.signInPage(token));
        } else {
            step = SignUpStep.AGE;
        }
    }

    /** Lets a mail confirm the address that was typed. */
    private void confirm() {
        try {
            step = confirmation.ask(token) ? SignUpStep.SENT : SignUpStep.OFFER;
        } catch (RefusalException refused) {
            goBackFor(refused);
        }
    }

    /** Sends the mail that confirms the address once more. */
    public void confirmAgain() {
        if (!isAt(SignUpStep.SENT)) {
            return;
        }
        try {
            confirmation.askAgain(token);
        } catch (RefusalException refused) {
            goBackFor(refused);
        }
    }

    /** Goes where whoever is signed in belongs already; nothing is used up. */
    public void enter() {
        if (isAt(SignUpStep.MEMBER)) {
            signUps.acceptSignedIn(token, signIn.current().orElseThrow());
            signIn.renew();
            Faces.redirect(HOME);
        }
    }

    private boolean isMember() {
        return offer.needsAddress()
                && signIn.findPerson().filter(person -> offers.isMember(token, person)).isPresent();
    }

    /** Signs the other person out, so that the invitee can go on. */
    public void switchPerson() {
        look();
        signIn.signOut();
        Faces.redirect(offer.hasSignIn() ? invitee.signInPage(token) : "/join/" + token);
    }

    /** Asks whether the offer is to be declined. */
    public void askDecline() {
        if (isAt(SignUpStep.OFFER)) {
            step = SignUpStep.DECLINE;
        }
    }

    /** Declines the offer for good. */
    public void decline() {
        if (isAt(SignUpStep.DECLINE)) {
            offers.decline(token);
            step = SignUpStep.DECLINED;
        }
    }

    /** Asks whoever invited for an invitation of one's own. */
    public void ask() {
        look();
        try {
            if (isAskable() && asking.ask(token)) {
                step = SignUpStep.ASKED;
            }
        } catch (RefusalException refused) {
            goBackFor(refused);
        }
    }

    /** Goes on from the date of birth, which is forgotten at once. */
    public void confirmAge() {
        if (!isAt(SignUpStep.AGE)) {
            return;
        }
        if (ageAttestedAt == null) {
            attest();
        }
        if (ageAttestedAt == null) {
            FacesContext.getCurrentInstance().validationFailed();
            return;
        }
        step = SignUpStep.ABOUT;
    }

    /** Goes on from name and password. */
    public void confirmPerson() {
        if (!isAt(SignUpStep.ABOUT)) {
            return;
        }
        if (checks.areGood(newcomer, token)) {
            showTerms();
        } else {
            newcomer.forgetPasswords();
            strength = -1;
            FacesContext.getCurrentInstance().validationFailed();
        }
    }

    /** Estimates the password while it is typed. */
    public void measure() {
        strength = checks.strength(newcomer, getOffer());
    }

    /** Makes the account; once, however often it is asked to. */
    public synchronized void finish() {
        if (finished) {
            Faces.redirect(HOME);
            return;
        }
        if (!isAt(SignUpStep.TERMS)) {
            return;
        }
        if (!agreed) {
            refuse("sign-up-agreed", SignUpReason.TERMS_NOT_ACCEPTED);
            return;
        }
        if (!newcomer.hasPassword()) {
            step = SignUpStep.ABOUT;
            messages.errorAt("sign-up-password", "signup.about.password.again");
            return;
        }
        try {
            UUID session = signUps.signUp(form());
            finished = true;
            newcomer.forgetPasswords();
            signIn.enter(session);
            welcome("signup.welcome", newcomer.getFirstName(), offer.accountName());
        } catch (RefusalException refused) {
            goBackFor(refused);
        }
    }

    /** One step back; what was filled in is kept. */
    public void back() {
        step =
                switch (step) {
                    case TERMS -> SignUpStep.ABOUT;
                    case ABOUT -> SignUpStep.AGE;
                    case AGE, DECLINE, SENT -> SignUpStep.OFFER;
                    default -> step;
                };
    }

    private boolean isAt(SignUpStep expected) {
        look();
        return step == expected;
    }

    private void attest() {
        try {
            ageAttestedAt = checks.attestAge(birthDate).orElse(null);
        } catch (RefusalException tooYoung) {
            signIn.noteTooYoung();
            step = SignUpStep.TOO_YOUNG;
        }
    }

    private void showTerms() {
        step = SignUpStep.TERMS;
        agreed = false;
        termsVersion = signUps.getTerms(locales.getLanguage()).version();
    }

    /** Leads to the step where what was refused can be put right. */
    private void goBackFor(RefusalException refused) {
        FacesContext.getCurrentInstance().validationFailed();
        Reason reason = refused.reason();
        if (reason == SignUpReason.TERMS_CHANGED) {
            showTerms();
            messages.refuseAt("sign-up-agreed", refused);
        } else if (reason == SignUpReason.AGE_NOT_ATTESTED) {
            ageAttestedAt = null;
            step = SignUpStep.AGE;
            messages.refuse(refused);
        } else if (reason == SignUpReason.SIGN_IN_INSTEAD
                || reason == PersonReason.ALREADY_REGISTERED) {
            step = SignUpStep.OFFER;
            messages.refuse(refused);
        } else if (reason instanceof PersonReason) {
            step = SignUpStep.ABOUT;
            messages.refuseAt("sign-up-password", refused);
        } else if (reason instanceof InvitationReason) {
            look();
        } else {
            messages.refuse(refused);
        }
    }

    private SignUpForm form() {
        return newcomer.form(
                token,
                ageAttestedAt,
                locales.getLanguage(),
                termsVersion,
                signIn.remote(),
                signIn.userAgent());
    }

    private void welcome(String key, Object... arguments) {
        Faces.getFlash().setKeepMessages(true);
        messages.info(key, arguments);
        Faces.redirect(HOME);
    }

    private void refuse(String input, Reason reason) {
        FacesContext.getCurrentInstance().validationFailed();
        messages.refuseAt(input, new RefusalException(reason));
    }

    private static String usable(String token) {
        return token == null || token.length() > LONGEST_TOKEN ? "" : token;
    }

    /** The offer, looked at anew where a copied session has lost it. */
    public Offer getOffer() {
        if (offer == null) {
            look();
        }
        return offer;
    }

    public boolean isForInvitee() {
        return invitee.isInvitee(getOffer());
    }

    public boolean isForSomebodyElse() {
        return invitee.isSomebodyElse(getOffer());
    }

    public SignUpStep getStep() {
        return step;
    }

    public String getStepName() {
        return step.name();
    }

    /** Whether the age is settled, so that it is not asked for again. */
    public boolean isAgeAttested() {
        return ageAttestedAt != null;
    }

    public Newcomer getNewcomer() {
        return newcomer;
    }

    public int getStrength() {
        return strength;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }

    /** Whether it was sent to somebody, who may say no; a shared link was not. */
    public boolean isDeclinable() {
        return getOffer().channel() != Channel.LINK;
    }

    /** Whether it was for somebody else, or came too late, and there is somebody to ask. */
    public boolean isAskable() {
        boolean another = step == SignUpStep.OFFER && !isForInvitee();
        boolean late = step == SignUpStep.CLOSED && getOffer().state() == OfferState.EXPIRED;
        return (another || late) && asking.isOffered(token);
    }

    /** Whether an address has to be given first. */
    public boolean isAddressWanted() {
        return getOffer().needsAddress() && !isForInvitee();
    }

    /** Whether accepting leads to the next step of this page, not to another page. */
    public boolean isAcceptingStays() {
        return !isForInvitee() && !getOffer().hasSignIn();
    }
}

package beckon.web.signup;

import beckon.invitation.entity.Offer;
import beckon.person.boundary.PersonService;
import beckon.person.entity.Profile;
import beckon.shared.EmailAddress;
import beckon.web.security.ReturnPath;
import beckon.web.security.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Who is looking at an offer: nobody yet, the invitee, or somebody else. */
@Named
@RequestScoped
public class InviteeView {
    private static final String HIDDEN = "…\u2060";

    @Inject private PersonService persons;
    @Inject private SignIn signIn;

    private Profile profile;

    public boolean isSignedIn() {
        return getProfile() != null;
    }

    /** Of the session's person, also of one who has no place in any account any more. */
    public Profile getProfile() {
        if (profile == null) {
            profile = signIn.findPerson().map(persons::getProfileOf).orElse(null);
        }
        return profile;
    }

    /** Whoever is signed in has an address of their own to come with, if the offer is to none. */
    boolean isInvitee(Offer offer) {
        return isSignedIn()
                && (offer.needsAddress()
                        || key(getProfile().email()).equals(key(offer.recipient())));
    }

    boolean isSomebodyElse(Offer offer) {
        return isSignedIn() && !isInvitee(offer);
    }

    /** Where to sign in so as to come back to the offer. */
    String signInPage(String token) {
        return new ReturnPath("/join/" + token).signInPage();
    }

    /** An address that its owner recognises and nobody else can use, on one line. */
    public static String masked(String email) {
        int at = email.lastIndexOf('@');
        int first = email.offsetByCodePoints(0, 1);
        return at <= 0
                ? "…"
                : email.substring(0, Math.min(first, at)) + HIDDEN + email.substring(at);
    }

    private static Optional<String> key(String email) {
        try {
            return Optional.of(EmailAddress.of(email).key());
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}

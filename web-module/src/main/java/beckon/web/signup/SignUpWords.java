package beckon.web.signup;

import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** What {@code join.xhtml} says at each step: the keys of its words, and its icons. */
@Named
@RequestScoped
public class SignUpWords {
    @Inject private SignUpView signUp;
    @Inject private Messages messages;

    /** This page's title and heading. */
    public String getTitle() {
        String state = signUp.getStep() == SignUpStep.CLOSED ? "." + Objects.toString(state()) : "";
        return messages.text("signup.title." + signUp.getStep() + state);
    }

    /** The key of what the offer says. */
    public String getOffer() {
        return signUp.isForInvitee() ? "signup.offer.words.member" : "signup.offer.words";
    }

    /** The key of what accepting leads to. */
    public String getNext() {
        if (signUp.isForInvitee()) {
            return "signup.offer.next.atOnce";
        }
        if (offer().needsAddress()) {
            return "signup.offer.next.confirm";
        }
        return offer().hasSignIn() ? "signup.offer.next.signIn" : "signup.offer.next.signUp";
    }

    /** The address of the invitee, for the person who is signed in as somebody else. */
    public String getMaskedRecipient() {
        return InviteeView.masked(offer().recipient());
    }

    /** The key of the password's strength. */
    public String getStrength() {
        return "signup.about.strength." + signUp.getStrength();
    }

    public List<String> getDocuments() {
        return List.of("terms-of-service", "privacy-notice", "acceptable-use-policy");
    }

    public String getClosedIcon() {
        return switch (signUp.getStep()) {
            case DECLINED -> "pi-check";
            case TOO_YOUNG -> "pi-calendar";
            default -> state() == OfferState.USED ? "pi-check" : "pi-clock";
        };
    }

    /** The key of what a page says on which there is nothing to do. */
    public String getClosed() {
        return switch (signUp.getStep()) {
            case DECLINED -> "signup.declined.words";
            case TOO_YOUNG -> "signup.tooYoung.words";
            default -> "signup.closed." + state();
        };
    }

    /** Whether whoever reads this may well have a sign-in. */
    public boolean isSignInOffered() {
        return signUp.getStep() == SignUpStep.CLOSED && state() == OfferState.USED;
    }

    private Offer offer() {
        return signUp.getOffer();
    }

    private OfferState state() {
        return offer().state();
    }
}

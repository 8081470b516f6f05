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

    /** The address of the invitee, for whoever is somebody else; null if none is known. */
    public String getMaskedRecipient() {
        String recipient = offer().recipient();
        return recipient == null ? null : InviteeView.masked(recipient);
    }

    /** The key of what leads to asking for an invitation of one's own. */
    public String getAsk() {
        return isLate() ? "signup.ask.late" : "signup.ask.other";
    }

    /** The key of what comes of asking. */
    public String getAskHint() {
        if (isLate()) {
            return "signup.ask.hint.late";
        }
        return offer().recipient() == null ? "signup.ask.hint.text" : "signup.ask.hint.other";
    }

    private boolean isLate() {
        return signUp.getStep() == SignUpStep.CLOSED;
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
            case DECLINED, ASKED -> "pi-check";
            case TOO_YOUNG -> "pi-calendar";
            default -> state() == OfferState.USED ? "pi-check" : "pi-clock";
        };
    }

    /** The key of what a page says on which there is nothing to do. */
    public String getClosed() {
        return switch (signUp.getStep()) {
            case DECLINED -> "signup.declined.words";
            case TOO_YOUNG -> "signup.tooYoung.words";
            case ASKED ->
                    offer().inviterName() == null
                            ? "signup.asked.words.somebody"
                            : "signup.asked.words";
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
